package dev.longhand.io;

import dev.longhand.file.RegularFile;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's files of several named arrays, .npz: a zip archive, compressed or not, with a .npy file for each.
 *
 * <pre>{@code
 * Map<String, NumberArray> arrays = Npz.read(Path.of("data.npz"));   // np.savez_compressed("data.npz", x=x, t=t)
 * NumberArray x = arrays.get("x");
 * }</pre>
 *
 * <p>Files are not trusted: an archive may hold up to 10,000 arrays, and more than 64 MiB only if it doesn't expand more
 * than 100 times. See {@link Npy} for what an array may hold.
 */
public final class Npz {

    private static final int MOST_ENTRIES = 10_000;

    /** An archive may expand to so many bytes, whatever its size, or else so many times. */
    private static final long SMALL = 64 << 20;

    private static final int MAX_EXPANSION = 100;
    private static final String ENDING = ".npy";

    private Npz() {}

    /**
     * Reads all arrays of a file, by their names, in the order of the file.
     *
     * @throws InvalidFileException if it isn't a zip archive of .npy files of numbers, or is damaged
     * @throws IOException if it can't be read
     */
    public static Map<String, NumberArray> read(Path file) throws IOException {
        RegularFile.require(file);
        long most = Math.max(SMALL, file.toFile().length() * MAX_EXPANSION);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return read(zip, file.toString(), most);
        } catch (ZipException | EOFException e) {
            throw new InvalidFileException(
                    file.toString(),
                    "this is no .npz file, which is a zip archive, or it's damaged: " + e.getMessage(),
                    e);
        }
    }

    private static Map<String, NumberArray> read(ZipFile zip, String file, long most) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new InvalidFileException(
                    file, "it holds " + zip.size() + " files; up to " + MOST_ENTRIES + " arrays can be read");
        }
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        long left = most;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (!entry.getName().endsWith(ENDING)) {
                throw new InvalidFileException(file, "it holds \"" + entry.getName() + "\", which is no .npy file");
            }
            String name = entry.getName().substring(0, entry.getName().length() - ENDING.length());
            NumberArray array;
            try (Bounded in = new Bounded(zip.getInputStream(entry), left, file)) {
                array = Npy.read(in, file + " (" + name + ")");
                in.requireChecksum(entry);
                left = in.left;
            }
            if (arrays.put(name, array) != null) {
                throw new InvalidFileException(file, "it holds \"" + name + "\" twice");
            }
        }
        return Collections.unmodifiableMap(arrays);
    }

    /**
     * Writes a compressed file of floats, atomically: it's complete or not there. The same arrays give the same bytes.
     *
     * @param arrays the arrays by their names, in the order to write them
     * @throws IOException if it can't be written; a file that was there is kept then
     */
    public static void write(Path file, Map<String, NumberArray> arrays) throws IOException {
        AtomicFile.write(file, channel -> write(channel, arrays));
    }

    private static void write(WritableByteChannel channel, Map<String, NumberArray> arrays) throws IOException {
        // The channel stays open: it's forced to the disk after this.
        ZipOutputStream zip = new ZipOutputStream(new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        });
        for (Map.Entry<String, NumberArray> array : arrays.entrySet()) {
            ZipEntry entry = new ZipEntry(array.getKey() + ENDING);
            // The first day a zip archive can have: no clock and no time zone is in the bytes.
            entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            Npy.write(Channels.newChannel(zip), array.getValue());
            zip.closeEntry();
        }
        zip.close();
    }

    /** A stream that may not expand beyond a limit. */
    private static final class Bounded extends FilterInputStream {

        private final String file;
        private final CRC32 checksum = new CRC32();
        private long left;

        Bounded(InputStream in, long left, String file) {
            super(in);
            this.left = left;
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                checksum.update(value);
                count(1);
            }
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                count(count);
            }
            return count;
        }

        /** Checks what was read, which the zip file's own streams don't. */
        void requireChecksum(ZipEntry entry) throws InvalidFileException {
            if (entry.getCrc() != checksum.getValue()) {
                throw new InvalidFileException(file, "\"" + entry.getName() + "\" is damaged: its checksum is wrong");
            }
        }

        private void count(int bytes) throws InvalidFileException {
            left -= bytes;
            if (left < 0) {
                throw new InvalidFileException(
                        file,
                        "it expands more than " + MAX_EXPANSION
                                + " times; if it's meant to, unpack it with unzip and read the .npy files");
            }
        }
    }
}
