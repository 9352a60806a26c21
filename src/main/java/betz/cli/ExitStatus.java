// SPDX-License-Identifier: Apache-2.0
package betz.cli;

/** What the exit status of every command means. */
enum ExitStatus {
    OK(0, "done"),
    BAD_INPUT(2, "the input is wrong"),
    FOLDER_IN_USE(3, "another process is working on the same run"),
    DIVERGED(4, "training diverged; the last good weights are kept"),
    INTERRUPTED(5, "the run was interrupted; it goes on with `--resume`"),
    DAMAGED_DATA(65, "a file that Betz wrote is damaged"),
    OWN_BUG(70, "a defect of Betz itself"),
    FILE_ERROR(74, "a disk or file error");

    private final int code;
    private final String meaning;

    ExitStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
