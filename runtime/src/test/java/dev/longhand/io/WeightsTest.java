package dev.longhand.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.management.ThreadMXBean;
import dev.longhand.model.Model;
import dev.longhand.random.CountedRandom;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {

    @TempDir
    Path folder;

    private Path file;
    private final Model model = TwoLayers.binary(2, 3, 1);
    private final String before = model.parameters().sha256();

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("model.safetensors");
    }

    /** A safetensors file with this header, padded as PyTorch's writer does, and {@code dataSize} bytes of data. */
    private Path write(String header, int dataSize) throws IOException {
        String padded = header + " ".repeat(Math.floorMod(-header.length(), 8));
        byte[] json = padded.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + dataSize).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        for (int i = 0; i < dataSize / 4; i++) {
            bytes.putFloat(i);
        }
        return Files.write(file, bytes.array());
    }

    private static String entry(String name, String shape, int begin, int end) {
        return "\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}".formatted(name, shape, begin, end);
    }

    /** The header of a network 2-3-1 as PyTorch writes it, with the tensors in another order. */
    private static final String HEADER = "{" + entry("output.weight", "[3,1]", 0, 12) + ","
            + entry("hidden.weight", "[2,3]", 12, 36) + "," + entry("hidden.bias", "[3]", 36, 48) + ","
            + entry("output.bias", "[1]", 48, 52) + "}";

    /** As {@link #assertRefused}, without a file: for thousands of cases. */
    private void assertBytesRefused(byte[] bytes) throws IOException {
        try {
            Weights.load(model, new Bytes(bytes), "file", Layout.OWN, TensorNames.NONE);
            throw new AssertionError("loaded " + Arrays.toString(bytes));
        } catch (InvalidFileException e) {
            assertThat(e).hasMessageStartingWith("file: ");
            assertThat(model.parameters().sha256()).isEqualTo(before);
        }
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> Weights.load(model, file, Layout.OWN))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith(file + ": ");
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void whatWasSavedLoadsToTheBit() throws IOException {
        model.parameters().layer(0).setBias(Float.MIN_VALUE, -0f, Float.MAX_VALUE);
        Weights.save(model, file);
        Model other = TwoLayers.binary(2, 3, 2);
        Weights.load(other, file);
        assertThat(other.parameters().sha256()).isEqualTo(model.parameters().sha256());
    }

    @Test
    void theHeaderFollowsTheFormat() throws IOException {
        Weights.save(model, file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) bytes.getLong();
        assertThat(length % 8).isZero();
        String header = new String(bytes.array(), 8, length, StandardCharsets.UTF_8);
        assertThat(header.trim())
                .isEqualTo(
                        "{\"__metadata__\":{\"format\":\"longhand\",\"layout\":\"dense [in][out]\",\"network\":\"Example\","
                                + "\"longhand.declaration\":\"@Network: input 2; outputs output\\u000ahidden: Dense 3; reads"
                                + " the input\\u000aoutput: Dense 1; reads hidden\","
                                + "\"longhand.checksum\":\""
                                + Weights.metadata(file).get("longhand.checksum") + "\"},"
                                + entry("hidden.bias", "[3]", 0, 12) + "," + entry("hidden.weight", "[2,3]", 12, 36)
                                + ","
                                + entry("output.bias", "[1]", 36, 40) + "," + entry("output.weight", "[3,1]", 40, 52)
                                + "}");
        JsonObject json = JsonParser.parseString(header).getAsJsonObject();
        assertThat(json.keySet()).hasSize(5);
        assertThat(bytes.getFloat(8 + length + 12)).isEqualTo(model.parameters().values()[0]);
        assertThat(bytes.capacity()).isEqualTo(8 + length + 52);
    }

    @Test
    void aChangedBitIsFoundByTheChecksum() throws IOException {
        Weights.save(model, file, Map.of("recipe", "{\"scale\":1.5}"));
        byte[] bytes = Files.readAllBytes(file);
        Model other = TwoLayers.binary(2, 3, 2);
        String before = other.parameters().sha256();
        int text = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("1.5");
        for (int damaged : new int[] {text, bytes.length - 52, bytes.length - 8, bytes.length - 4}) {
            byte[] copy = bytes.clone();
            copy[damaged] ^= 1;
            Files.write(file, copy);
            assertThatThrownBy(() -> Weights.load(other, file))
                    .isInstanceOf(InvalidFileException.class)
                    .hasMessageMatching(
                            ".*: it's damaged: its checksum should be [0-9a-f]{8}, but its bytes give [0-9a-f]{8}");
            assertThat(other.parameters().sha256()).isEqualTo(before);
        }
    }

    @Test
    void theSameParametersGiveTheSameBytes() throws IOException {
        Weights.save(model, file);
        Weights.save(model, folder.resolve("again"));
        assertThat(folder.resolve("again")).hasSameBinaryContentAs(file);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void numbersThatAreNotFiniteAreRefused(float value) throws IOException {
        write(HEADER, 52);
        byte[] bytes = Files.readAllBytes(file);
        // Four numbers follow hidden.weight, which is [2][3]: this is its last but one.
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4 * 4 - 8, value);
        Files.write(file, bytes);
        assertRefused("tensor \"hidden.weight\" holds " + value + " at [1, 1], counted from 0: a network can't compute"
                + " with it");
    }

    @Test
    void aFileOfPyTorchInAnotherOrderLoads() throws IOException {
        write(HEADER, 52);
        Weights.load(model, file, Layout.OWN);
        assertThat(model.parameters().layer(0).weights()).containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(model.parameters().layer(0).bias()).containsExactly(9, 10, 11);
        assertThat(model.parameters().layer(1).weights()).containsExactly(0, 1, 2);
        assertThat(model.parameters().layer(1).bias()).containsExactly(12);
    }

    @Test
    void savingReplacesAFileAndLeavesNoOtherBehind() throws IOException {
        Files.writeString(file, "old");
        Weights.save(model, file);
        Weights.load(model, file);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFailedSaveKeepsTheOldFile() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("directory"));
        Files.writeString(directory.resolve("content"), "kept");
        assertThatThrownBy(() -> Weights.save(model, directory)).isInstanceOf(IOException.class);
        assertThat(directory.resolve("content")).hasContent("kept");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(directory);
        }
    }

    @Test
    void pathsThatCannotBeWrittenAreNamed() {
        Path inside = folder.resolve("nowhere").resolve("model.safetensors");
        assertThatThrownBy(() -> Weights.save(model, inside))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(inside + ": the folder " + inside.getParent() + " isn't there");
        assertThatThrownBy(() -> Weights.save(model, folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": it's a folder, not a file to write");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Weights.load(model, file))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("model.safetensors");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "output.bias  | output.b   | it lacks \"output.bias\" and it has \"output.b\", which the network hasn't",
                "[2,3]        | [3,2]      | \"hidden.weight\" has shape [3, 2], but in Example it's [2, 3]: if it was saved as PyTorch has it, write Weights.load(model, file, Layout.PYTORCH)",
                "[2,3]        | [6]        | \"hidden.weight\" has shape [6], but in Example it's [2, 3]",
                "F32          | I32        | has type I32, but parameters are read from F32, F16, BF16 and F64: convert it before saving",
                "12,36        | 12,40      | \"hidden.bias\" says it has bytes 36 to 48 of 52, but the next byte is 40",
                "12,36        | 16,36      | \"hidden.weight\" says it has bytes 16 to 36 of 52, but the next byte is 12",
                "48,52        | 48,56      | \"output.bias\" says it has bytes 48 to 56 of 52",
                "48,52        | 48,50      | its tensors end after 50 bytes, but it holds 52",
                "48,52        | 52,48      | \"output.bias\" says it has bytes 52 to 48 of 52",
                "48,52        | 48         | doesn't have dtype, shape and two data_offsets",
                "48,52        | -48,52     | instead of a whole number",
                "output.bias  | hidden.bias| \"hidden.bias\" comes twice",
                "shape        | dtype      | unknown or repeated key \"dtype\"",
                "shape        | Shape      | unknown or repeated key \"Shape\"",
                "{            | [          | it doesn't look like a safetensors file",
            })
    void wrongHeadersAreRefused(String from, String to, String message) throws IOException {
        int last = HEADER.lastIndexOf(from);
        int first = HEADER.indexOf(from);
        int at = from.equals("output.bias") ? last : first;
        write(HEADER.substring(0, at) + to + HEADER.substring(at + from.length()), 52);
        assertRefused(message);
    }

    @Test
    void shapeAndBytesMustAgree() throws IOException {
        String header = HEADER.replace("\"data_offsets\":[36,48]", "\"data_offsets\":[36,44]")
                .replace("[48,52]", "[44,52]");
        write(header, 52);
        assertRefused("\"hidden.bias\" of shape [3] has 8 bytes instead of 12");
    }

    @Test
    void missingTensorsAreNamedUpToFive() throws IOException {
        write("{}", 0);
        assertRefused("it isn't of the network Example: it lacks \"hidden.bias\", \"hidden.weight\", \"output.bias\","
                + " \"output.weight\"");
    }

    @Test
    void namesQuotedFromAFileAreShortAndPrintable() throws IOException {
        write("{" + entry("\\u001b[2J" + "x".repeat(100_000), "[0]", 0, 0) + "}", 0);
        assertThatThrownBy(() -> Weights.load(model, file, Layout.OWN))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("it has \"\\u001b[2Jxxx")
                .hasMessageEndingWith("x…")
                .message()
                .hasSizeLessThan(1000);
    }

    @Test
    void bytesAfterTheDataAreRefused() throws IOException {
        write(HEADER, 56);
        assertRefused("its tensors end after 52 bytes, but it holds 56");
    }

    @Test
    void metadataMayOccurOnceAndHoldOnlyStrings() throws IOException {
        write(HEADER.replaceFirst("\\{", "{\"__metadata__\":{\"format\":\"pt\"},"), 52);
        Weights.load(model, file, Layout.OWN);
        model.parameters().set(TwoLayers.binary(2, 3, 1).parameters().values());
        write(HEADER.replaceFirst("\\{", "{\"__metadata__\":{\"format\":1},"), 52);
        assertRefused("instead of '\"'");
        write(HEADER.replaceFirst("\\{", "{\"__metadata__\":{},\"__metadata__\":{},"), 52);
        assertRefused("\"__metadata__\" comes twice");
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        Weights.save(model, file);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            assertBytesRefused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void aHugeHeaderLengthCostsNoMemory() throws IOException {
        for (long length : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 2_000_000_000L, 93, 1, 0}) {
            Files.write(
                    file,
                    ByteBuffer.allocate(100)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(length)
                            .array());
            long allocated = allocated();
            assertRefused("it doesn't look like a safetensors file, which begins with 8 bytes for the length of its"
                    + " header and then '{'");
            assertThat(allocated() - allocated).isLessThan(1_000_000);
        }
    }

    @Test
    void aTextIsNoSafetensorsFile() throws IOException {
        Files.writeString(file, "these are no weights at all");
        assertRefused("it doesn't look like a safetensors file");
    }

    @Test
    void aFileThatIsCutInItsHeaderSaysSo() throws IOException {
        write(HEADER, 52);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
        assertRefused("it's cut short: its header has");
        assertRefused("bytes, but only 92 follow");
    }

    @Test
    void aHeaderLargerThanTheNetworkNeedsCostsNoMemory() throws IOException {
        long most = (1 << 20) + 4 * 300 + 6L * "hidden.bias hidden.weight output.bias output.weight".length() - 3 * 6;
        String declaration =
                "@Network: input 2; outputs output hidden: Dense 3; reads the input output: Dense 1; reads hidden";
        most += 6L * declaration.length();
        write("{" + " ".repeat(30_000_000) + "}", 0);
        assertRefused("is it of another network?");
        long allocated = allocated();
        assertRefused("its header has 30000008 bytes, but one of Example, with 4 tensors, has at most " + most);
        assertThat(allocated() - allocated).isLessThan(1_000_000);
        write(HEADER + " ".repeat(1_000_000), 52);
        Weights.load(model, file, Layout.OWN);
    }

    @Test
    void aHugeShapeCostsNoMemory() throws IOException {
        String big = "9223372036854775807";
        write("{\"x\":{\"dtype\":\"F32\",\"shape\":[" + big + "," + big + "],\"data_offsets\":[0," + big + "]}}", 0);
        // The first time allocates the classes of formatting and asserting.
        assertRefused("\"x\" says");
        long allocated = allocated();
        assertRefused("\"x\" says it has bytes 0 to 9223372036854775807 of 0");
        assertThat(allocated() - allocated).isLessThan(1_000_000);
    }

    @Test
    void randomBytesGiveOneClearException() throws IOException {
        String alphabet = "{}[]\",:0123456789F32dtypeshapedata_offsets\\ ";
        for (int i = 0; i < 10_000; i++) {
            long key = CountedRandom.key(3, 3, i);
            byte[] bytes = new byte[CountedRandom.below(80, key, 1000)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = i % 2 == 0
                        ? (byte) CountedRandom.bits(key, j)
                        : (byte) alphabet.charAt(CountedRandom.below(alphabet.length(), key, j));
            }
            if (i % 2 == 1 && bytes.length > 8) {
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(bytes.length - 8)
                        .put((byte) '{');
            }
            assertBytesRefused(bytes);
        }
    }

    @Test
    void oneWrongByteInAHeaderIsReadRightOrRefused() throws IOException {
        byte[] good = Files.readAllBytes(write(HEADER, 52));
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = good.clone();
            long key = CountedRandom.key(4, 4, i);
            damaged[CountedRandom.below(good.length - 52, key, 0)] = (byte) CountedRandom.bits(key, 1);
            Model target = TwoLayers.binary(2, 3, 1);
            try {
                Weights.load(target, new Bytes(damaged), "file", Layout.OWN, TensorNames.NONE);
            } catch (InvalidFileException expected) {
                assertThat(target.parameters().sha256()).isEqualTo(before);
            }
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** A channel that reads an array. */
    private static final class Bytes implements SeekableByteChannel {

        private final ByteBuffer bytes;

        Bytes(byte[] bytes) {
            this.bytes = ByteBuffer.wrap(bytes);
        }

        @Override
        public int read(ByteBuffer target) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int count = Math.min(bytes.remaining(), target.remaining());
            for (int i = 0; i < count; i++) {
                target.put(bytes.get());
            }
            return count;
        }

        @Override
        public SeekableByteChannel position(long position) {
            bytes.position((int) position);
            return this;
        }

        @Override
        public long position() {
            return bytes.position();
        }

        @Override
        public long size() {
            return bytes.limit();
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
