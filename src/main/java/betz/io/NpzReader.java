// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads the arrays of numbers of an NPZ archive, however it was compressed, without trusting it. */
public final class NpzReader {
    private static final String SUFFIX = ".npy";

    /** Deflate cannot shrink further than about 1032 to 1; a greater claim is a lie. */
    private static final long GREATEST_RATIO = 1032;

    private NpzReader() {}

    /**
     * Reads all arrays.
     *
     * @throws DamagedData if the archive or an array in it is not sound
     */
    public static List<Tensor> read(Path file) throws IOException {
        return read(file, false, new ArrayList<>());
    }

    /**
     * Reads all arrays of numbers, and passes over those of texts, objects and dates.
     *
     * @param others their names. Modified.
     * @throws DamagedData if the archive or an array in it is not sound
     */
    static List<Tensor> read(Path file, List<String> others) throws IOException {
        return read(file, true, others);
    }

    private static List<Tensor> read(Path file, boolean passes, List<String> others) throws IOException {
        List<Tensor> arrays = new ArrayList<>();
        try (var zip = new ZipFile(file.toFile())) {
            var names = new HashSet<String>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String place = file + ": " + entry.getName();
                DamagedData.unless(names.add(entry.getName()), place, "the same name again", "each name once");
                byte[] bytes = bytes(place, zip, entry);
                String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
                if (passes && Npy.isOther(bytes)) {
                    others.add(name);
                } else {
                    arrays.add(Npy.parse(place, name, bytes));
                }
            }
        } catch (ZipException | EOFException broken) {
            var damage = new DamagedData(file.toString(), String.valueOf(broken.getMessage()), "an NPZ archive");
            damage.initCause(broken);
            throw damage;
        }
        return arrays;
    }

    private static byte[] bytes(String place, ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName();
        boolean plain = name.endsWith(SUFFIX) && !name.contains("/") && !name.contains("\\");
        DamagedData.unless(plain, place, "the name " + name, "a plain name that ends in " + SUFFIX);
        long size = entry.getSize();
        long most = Math.min(Integer.MAX_VALUE - 8L, (entry.getCompressedSize() + 1) * GREATEST_RATIO);
        DamagedData.unless(size >= 0 && size <= most, place, size + " bytes", "at most " + most);
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] bytes = content.readNBytes((int) size);
            var crc = new CRC32();
            crc.update(bytes);
            DamagedData.unless(crc.getValue() == entry.getCrc(), place, "another checksum", "that of the archive");
            return bytes;
        }
    }
}
