// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Texts of the project's own folders that the build packs into the program: its scenarios and its documentation. */
public final class PackedFiles {
    /** Where the build puts the folders. */
    private static final String PLACE = "betz/packed";

    private PackedFiles() {}

    /**
     * Returns all files of a packed folder and of the folders in it.
     *
     * @param folder such as {@code scenarios}
     * @param ending of the files, such as {@code .yaml}
     * @return texts with plain line ends, by name without the ending, such as {@code tutorial/memory}; none if the
     *     folder was not packed
     */
    public static SortedMap<String, String> texts(String folder, String ending) {
        Path program = program();
        try {
            if (Files.isDirectory(program)) {
                return texts(program.resolve(PLACE).resolve(folder), ending);
            }
            try (FileSystem jar = FileSystems.newFileSystem(program)) {
                return texts(jar.getPath(PLACE, folder), ending);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + folder + " packed in " + program, unreadable);
        }
    }

    private static SortedMap<String, String> texts(Path folder, String ending) throws IOException {
        var texts = new TreeMap<String, String>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(path -> path.toString().endsWith(ending)).toList();
        }
        for (Path file : files) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            String name = path.substring(0, path.length() - ending.length());
            texts.put(name, Files.readString(file).replace("\r", ""));
        }
        return texts;
    }

    /** Returns the jar or the folder of classes that this program was started from. */
    private static Path program() {
        var place = PackedFiles.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(place.toURI());
        } catch (URISyntaxException unreadable) {
            throw new IllegalStateException("cannot find the program at " + place, unreadable);
        }
    }
}
