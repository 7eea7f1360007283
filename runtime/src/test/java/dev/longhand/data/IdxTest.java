package dev.longhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.longhand.Shape;
import dev.longhand.io.InvalidFileException;
import dev.longhand.random.CountedRandom;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {

    static byte[] idx(int[] dimensions, byte... elements) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length + elements.length);
        bytes.put(new byte[] {0, 0, 8, (byte) dimensions.length});
        for (int dimension : dimensions) {
            bytes.putInt(dimension);
        }
        return bytes.put(elements).array();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    private static Idx read(byte[] bytes) throws IOException {
        return Idx.read(new ByteArrayInputStream(bytes), "file");
    }

    private static final byte[] SMALL = idx(new int[] {2, 3}, new byte[] {1, 2, 3, 4, 5, -1});

    @Test
    void plainAndZippedFilesReadTheSame(@TempDir Path folder) throws IOException {
        assertThat(read(SMALL).shape()).isEqualTo(Shape.of(2, 3));
        assertThat(read(SMALL).bytes()).containsExactly(1, 2, 3, 4, 5, -1);
        Path file = Files.write(folder.resolve("any-name"), gzip(SMALL));
        assertThat(Idx.read(file).bytes()).containsExactly(1, 2, 3, 4, 5, -1);
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] zipped = gzip(SMALL);
        for (int length = 0; length < SMALL.length; length++) {
            byte[] cut = Arrays.copyOf(SMALL, length);
            assertThatThrownBy(() -> read(cut))
                    .isInstanceOf(InvalidFileException.class)
                    .hasMessageStartingWith("file: ");
        }
        for (int length = 0; length < zipped.length; length++) {
            byte[] cut = Arrays.copyOf(zipped, length);
            assertThatThrownBy(() -> read(cut))
                    .as("%d of %d bytes", length, zipped.length)
                    .isInstanceOf(InvalidFileException.class);
        }
    }

    @Test
    void bytesAfterTheElementsAreRefused() {
        assertThatThrownBy(() -> read(Arrays.copyOf(SMALL, SMALL.length + 1)))
                .hasMessage("file: it has bytes after the 6 bytes that its dimensions say");
    }

    @Test
    void otherFormatsAreRefused() {
        assertThatThrownBy(() -> read("PNG or anything".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .hasMessageStartingWith("file: this is no IDX file");
        assertThatThrownBy(() -> read(new byte[] {0, 0, 10, 1, 0, 0, 0, 1, 0, 0, 0, 0}))
                .hasMessage("file: its elements have type 0x0a; 0x08, 0x09 and 0x0b to 0x0e can be read");
        assertThatThrownBy(() -> read(new byte[] {0, 0, 8, 0})).hasMessageContaining("0 dimensions");
        assertThatThrownBy(() -> read(new byte[] {0, 0, 8, (byte) 255})).hasMessageContaining("255 dimensions");
        assertThatThrownBy(() -> read(idx(new int[] {0, 5}))).hasMessageContaining("dimension 0 is 0");
        assertThatThrownBy(() -> read(idx(new int[] {-1, -1}))).hasMessageContaining("larger than Java can hold");
        assertThatThrownBy(() -> read(idx(new int[] {1 << 16, 1 << 16})))
                .hasMessageContaining("its 4294967296 elements have 4294967296 bytes, more than an array can hold");
    }

    @Test
    void aHugeDeclaredSizeCostsNoMemory() {
        byte[] liar = idx(new int[] {Integer.MAX_VALUE - 8}, new byte[100]);
        long before = allocated();
        assertThatThrownBy(() -> read(liar))
                .hasMessage("file: it ends after 100 of the 2147483639 bytes that its dimensions say");
        assertThat(allocated() - before).isLessThan(5_000_000);
    }

    @Test
    void aGzipBombIsStoppedEarly() throws IOException {
        int size = 200_000_000;
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(idx(new int[] {size}));
            for (int i = 0; i < 200; i++) {
                out.write(new byte[size / 200]);
            }
        }
        long before = allocated();
        assertThatThrownBy(() -> read(zipped.toByteArray()))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("it expands more than 100 times");
        assertThat(allocated() - before).isLessThan(300L * zipped.size());
    }

    /** A file of zeros with as many other bytes that it expands some eighty times. */
    private static Path dense(Path file, int... dimensions) throws IOException {
        int left = Arrays.stream(dimensions).reduce(1, (a, b) -> a * b);
        Random random = new Random(1);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(idx(dimensions));
            byte[] block = new byte[100_000];
            for (; left > 0; left -= block.length) {
                for (int i = 0; i < 2_500; i++) {
                    // Below 10: labels too.
                    block[i] = (byte) random.nextInt(10);
                }
                out.write(block, 0, Math.min(left, block.length));
            }
        }
        return file;
    }

    /** Reads the files and the folders of MNIST that it's given, and prints their first dimension or what failed. */
    static final class Reading {

        private Reading() {}

        public static void main(String[] files) {
            for (String file : files) {
                try {
                    System.out.println(
                            Files.isDirectory(Path.of(file))
                                    ? Mnist.in(Path.of(file)).train().size()
                                    : Idx.read(Path.of(file)).shape().size());
                } catch (IOException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    @Test
    void anExpansionBelowTheLimitNeedsNoMoreMemoryThanItsElementsOrSaysSo(@TempDir Path folder) throws IOException {
        Path fits = dense(folder.resolve("fits"), 12_000_000);
        Path large = dense(folder.resolve("large"), 200_000_000);
        assertThat(200e6 / Files.size(large)).isBetween(50.0, 100.0);
        dense(folder.resolve("train-images-idx3-ubyte.gz"), 12_000_000, 1, 1);
        dense(folder.resolve("train-labels-idx1-ubyte.gz"), 12_000_000);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        fits.toString(),
                        large.toString(),
                        folder.toString(),
                        fits.toString())
                .redirectErrorStream(true)
                .start();
        String memory = " need more memory than Java has left of \\d+ MiB: give it more, with -Xmx\\R";
        assertThat(new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()))
                .matches("12000000\\R.*large: its 200000000 elements" + memory
                        + ".*train-labels-idx1-ubyte: its 12000000 samples" + memory + "12000000\\R");
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    @Test
    void gzipMembersAreReadOneAfterTheOther() throws IOException {
        byte[] first = gzip(Arrays.copyOf(SMALL, 7));
        byte[] second = gzip(Arrays.copyOfRange(SMALL, 7, SMALL.length));
        assertThat(read(join(first, gzip(new byte[0]), second)).bytes()).containsExactly(1, 2, 3, 4, 5, -1);
        assertThatThrownBy(() -> read(join(gzip(SMALL), new byte[] {1})))
                .hasMessage("file: its gzip compression is damaged or cut short");
        assertThatThrownBy(() -> read(join(gzip(SMALL), gzip(SMALL))))
                .hasMessage("file: it has bytes after the 6 bytes that its dimensions say");
    }

    @Test
    void thousandsOfEmptyGzipMembersAreReadInALoop() throws IOException {
        byte[] empty = gzip(new byte[0]);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 60_000; i++) {
            many.writeBytes(empty);
        }
        assertThat(read(join(many.toByteArray(), gzip(SMALL))).bytes()).containsExactly(1, 2, 3, 4, 5, -1);
        assertThat(read(join(gzip(SMALL), many.toByteArray())).bytes()).containsExactly(1, 2, 3, 4, 5, -1);
        assertThatThrownBy(() -> read(join(many.toByteArray(), many.toByteArray(), gzip(SMALL))))
                .isInstanceOf(InvalidFileException.class)
                .cause()
                .hasMessage("it has more than 65536 members");
    }

    @Test
    void theHeaderOfAGzipFileMayHaveEveryField() throws IOException {
        byte[] zipped = gzip(SMALL);
        byte[] header = Arrays.copyOf(zipped, 10);
        header[3] = 2 | 4 | 8 | 16;
        header = join(header, new byte[] {3, 0, 7, 8, 9}, "name".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        header = join(header, new byte[] {0, 'c', 0});
        CRC32 crc = new CRC32();
        crc.update(header);
        byte[] checksum = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
        byte[] rest = Arrays.copyOfRange(zipped, 10, zipped.length);
        byte[] all = join(header, checksum, rest);
        assertThat(read(all).bytes()).containsExactly(1, 2, 3, 4, 5, -1);
        all[header.length]++;
        assertThatThrownBy(() -> read(all)).isInstanceOf(InvalidFileException.class);
    }

    @Test
    void whatIsNoRegularFileIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> Idx.read(folder)).hasMessage(folder + ": it's a folder, not a file to read");
        assertThatThrownBy(() -> Idx.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void randomBytesGiveOneClearException() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[CountedRandom.below(64, CountedRandom.key(1, 1, 1), i)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = (byte) CountedRandom.bits(CountedRandom.key(2, 2, i), j);
            }
            // Half of them begin with an IDX or a gzip header, so that reading gets past the first check.
            byte[] start =
                    i % 4 == 0 ? new byte[] {0, 0, 8} : i % 4 == 1 ? new byte[] {0x1F, (byte) 0x8B, 8, 0} : new byte[0];
            System.arraycopy(start, 0, bytes, 0, Math.min(start.length, bytes.length));
            try {
                read(bytes);
            } catch (InvalidFileException expected) {
                assertThat(expected.getMessage()).startsWith("file: ");
            }
        }
    }

    @Test
    void aFlippedBitInAZippedFileIsHarmlessOrRefused() throws IOException {
        byte[] zipped = gzip(SMALL);
        for (int bit = 0; bit < 8 * zipped.length; bit++) {
            byte[] damaged = zipped.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatCode(() -> {
                        try {
                            assertThat(read(damaged).bytes()).containsExactly(1, 2, 3, 4, 5, -1);
                        } catch (InvalidFileException expected) {
                            assertThat(expected.getMessage()).startsWith("file: ");
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
