// SPDX-License-Identifier: Apache-2.0
package betz.cli;

/** Starts the command line. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its status. */
    public static void main(String[] args) {
        System.out.println("betz");
    }
}
