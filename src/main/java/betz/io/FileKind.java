// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a file of data is, by how it begins, or by its name where that does not tell. */
enum FileKind {
    CSV(""),
    NPZ("PK\u0003"),
    SAFETENSORS(""),
    /** Known, so that it can be named where it is refused. */
    NPY("\u0093NUMPY"),
    MAT("MATLAB 5.0"),
    HDF5("\u0089HDF"),
    PICKLE("\u0080");

    /** What can be read, in words. */
    private static final String READ = "CSV, NPZ or safetensors";

    private final String beginning;

    FileKind(String beginning) {
        this.beginning = beginning;
    }

    /**
     * Finds out.
     *
     * @throws BadTable if it is none of the kinds that are read
     */
    static FileKind of(Path file) throws IOException {
        var unused = Whole.size(file); // refuses what is no regular file
        String name = String.valueOf(file.getFileName());
        FileKind kind = byBeginning(file, name.toLowerCase(Locale.ROOT));
        if (kind == NPY) {
            throw new BadTable(List.of(name + " is a single array, expected an NPZ of named arrays (numpy.savez)"));
        }
        if (kind == MAT || kind == HDF5 || kind == PICKLE) {
            throw new BadTable(List.of(name + " is of the kind " + kind + ", expected " + READ));
        }
        return kind;
    }

    private static FileKind byBeginning(Path file, String name) throws IOException {
        String first = beginning(file);
        for (FileKind kind : values()) {
            if (!kind.beginning.isEmpty() && first.startsWith(kind.beginning)) {
                return kind;
            }
        }
        if (name.endsWith(".npz")) {
            return NPZ;
        }
        return name.endsWith(".safetensors") ? SAFETENSORS : CSV;
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAT.beginning.length()), StandardCharsets.ISO_8859_1);
        }
    }
}
