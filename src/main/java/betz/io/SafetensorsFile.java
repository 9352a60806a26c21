// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A safetensors file whose header has been read and checked; the numbers of a tensor are read when they are asked for. */
final class SafetensorsFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final String place;
    private final FileChannel channel;
    private final SafetensorsHeader header;
    private final long data;

    private SafetensorsFile(String place, FileChannel channel, SafetensorsHeader header, long data) {
        this.place = place;
        this.channel = channel;
        this.header = header;
        this.data = data;
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws DamagedData if it is no sound safetensors file
     */
    static SafetensorsFile open(Path file) throws IOException {
        String place = file.toString();
        long size = Whole.size(file);
        FileChannel channel = FileChannel.open(file);
        try {
            int prefix = (int) Math.min(size, SafetensorsHeader.PREFIX);
            int length = SafetensorsHeader.length(place, read(place, channel, 0, prefix), size);
            long data = (long) SafetensorsHeader.PREFIX + length;
            byte[] json = read(place, channel, SafetensorsHeader.PREFIX, length).array();
            return new SafetensorsFile(place, channel, SafetensorsHeader.parse(place, json, size - data), data);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /** Returns what the header says of each tensor, in the order of the data. */
    List<SafetensorsEntry> entries() {
        return header.entries();
    }

    /** Returns the texts beside the tensors. */
    Map<String, String> metadata() {
        return header.metadata();
    }

    /** Reads the numbers of one tensor, row-major. */
    double[] values(SafetensorsEntry entry) throws IOException {
        entry.requireRead();
        double[] values = new double[entry.elements()];
        int most = BUFFER / entry.dtype().bytes();
        for (int first = 0; first < values.length; first += most) {
            int count = Math.min(most, values.length - first);
            long begin = data + entry.begin() + (long) first * entry.dtype().bytes();
            ByteBuffer numbers =
                    read(place, channel, begin, count * entry.dtype().bytes());
            for (int i = 0; i < count; i++) {
                values[first + i] = entry.dtype().take(numbers);
            }
        }
        return values;
    }

    private static ByteBuffer read(String place, FileChannel channel, long begin, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, begin + buffer.position()) >= 0) {
            // a read may bring less than is asked for
        }
        DamagedData.unless(!buffer.hasRemaining(), place, "its end while it was read", "a file that nobody changes");
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
