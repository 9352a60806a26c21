// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.io.File;
import java.util.regex.Pattern;

/** Commands as they are typed into a shell. */
final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./\\\\:+@,-][\\p{L}\\p{N}_./\\\\:+@,=-]*");

    private Shell() {}

    /** Returns a command in full: as this program was started from its jar, or {@code betz} where it was not. */
    static String command(String... words) {
        var line = new StringBuilder(program(System.getProperty("java.class.path", "")));
        for (String word : words) {
            line.append(' ').append(quoted(word));
        }
        return line.toString();
    }

    /** Returns how the program is started; the class path is what follows {@code java -jar}, or several places. */
    static String program(String classPath) {
        boolean oneJar = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
        return oneJar ? "java -jar " + quoted(classPath) : "betz";
    }

    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return File.separatorChar == '\\' ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
    }
}
