// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.scenario.Scenario;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** What Java says of itself and of the machine. */
final class MachineChecks {
    private static final int OLDEST_JAVA = 17;
    private static final double MEBIBYTE = 1 << 20;

    private MachineChecks() {}

    static List<Check> all() {
        return List.of(
                java(Runtime.version().feature(), System.getProperty("java.vm.info", "")),
                Check.ok("Processors", Integer.toString(Runtime.getRuntime().availableProcessors())),
                memory(
                        Runtime.getRuntime().maxMemory(),
                        Estimate.of(Scenario.DEFAULT).bytes()),
                Check.ok("Text encoding", Charset.defaultCharset() + " (files of Betz are always UTF-8)"),
                fileNames(System.getProperty("sun.jnu.encoding", "UTF-8")),
                Check.ok("Language", Locale.getDefault().toLanguageTag() + " (changes no file)"),
                Check.ok("Time zone", TimeZone.getDefault().getID() + " (changes no result)"));
    }

    /** The virtual machine says "mixed mode" of itself where it compiles. */
    static Check java(int version, String mode) {
        String found = Versions.java() + ", " + mode;
        if (version < OLDEST_JAVA) {
            return new Check(
                    "Java",
                    Check.State.MACHINE_PROBLEM,
                    found,
                    "Install a JDK of version " + OLDEST_JAVA + " or newer.");
        }
        return mode.contains("interpreted")
                ? new Check(
                        "Java",
                        Check.State.WARNING,
                        found,
                        "Nothing is compiled, so a run takes many times as long. Leave out -Xint, or use another JDK.")
                : Check.ok("Java", found);
    }

    static Check memory(long limit, long needed) {
        String found = String.format(
                Locale.ROOT,
                "Java may use %,.0f MiB; the default scenario needs about %,.0f MiB",
                limit / MEBIBYTE,
                needed / MEBIBYTE);
        return limit >= needed
                ? Check.ok("Memory", found)
                : new Check(
                        "Memory",
                        Check.State.MACHINE_PROBLEM,
                        found,
                        "Allow more: java -Xmx2g -jar betz.jar ..., or lower training.batch and evaluation.trials.");
    }

    /** Names of files with other letters than ASCII need an encoding that has them. */
    static Check fileNames(String encoding) {
        boolean all = encoding.toUpperCase(Locale.ROOT).startsWith("UTF");
        boolean windows = encoding.toLowerCase(Locale.ROOT).startsWith("cp");
        return all || windows
                ? Check.ok("File names", encoding)
                : new Check(
                        "File names",
                        Check.State.WARNING,
                        encoding + " has not all letters",
                        "For names with other letters than a to z set a UTF-8 locale: LC_ALL=C.UTF-8.");
    }
}
