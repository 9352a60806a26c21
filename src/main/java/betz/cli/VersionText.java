// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code betz --version} prints. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"betz " + Versions.betz() + " on " + Versions.java()};
    }
}
