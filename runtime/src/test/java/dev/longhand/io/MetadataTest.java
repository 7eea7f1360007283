package dev.longhand.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.model.Model;
import dev.longhand.testing.TwoLayers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataTest {

    @TempDir
    private Path folder;

    private final Model model = TwoLayers.binary(2, 3, 1);
    private final Model other = TwoLayers.binary(2, 3, 2);

    private byte[] saved(Map<String, String> metadata) throws IOException {
        Path file = folder.resolve("model.safetensors");
        Weights.save(model, file, metadata);
        return Files.readAllBytes(file);
    }

    private static Map<String, String> metadata(byte[] bytes) throws IOException {
        return Weights.metadata(new ByteArrayInputStream(bytes), "stream");
    }

    private void assertRefused(byte[] bytes, String message) {
        String before = other.parameters().sha256();
        assertThatThrownBy(() -> Weights.load(other, new ByteArrayInputStream(bytes), "stream"))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith("stream: ")
                .hasMessageContaining(message);
        assertThat(other.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void textsAreSavedAndReadWithoutANetwork() throws IOException {
        byte[] bytes = saved(Map.of("recipe", "{\"a\":[\"\u00e9\\\"]}\n\uD83D\uDE00", "lone", "\uD83D"));
        assertThat(metadata(bytes))
                .containsEntry("recipe", "{\"a\":[\"\u00e9\\\"]}\n\uD83D\uDE00")
                .containsEntry("lone", "\uD83D")
                .containsEntry("format", "longhand")
                .containsOnlyKeys(
                        "format", "layout", "network", "longhand.declaration", "longhand.checksum", "recipe", "lone");
        assertThat(Weights.metadata(folder.resolve("model.safetensors"))).isEqualTo(metadata(bytes));
        assertThat(saved(Map.of())).isEqualTo(saved(Map.of()));
    }

    @Test
    void namesThatAreTakenAndTextsThatAreTooLongAreRefused() {
        assertThatThrownBy(() -> saved(Map.of("network", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the metadata \"network\" is Longhand's own: give yours another name");
        assertThatThrownBy(() -> saved(Map.of("long", "x".repeat(1 << 20))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("isn't saved: its metadata has 10486")
                .hasMessageEndingWith("bytes, more than the 983040 that a file may have");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theLongestTextsCanBeLoadedAgain() throws IOException {
        byte[] bytes = saved(Map.of("long", "x".repeat(983_000)));
        Weights.load(other, new ByteArrayInputStream(bytes), "stream");
        assertThat(other.parameters().sha256()).isEqualTo(model.parameters().sha256());
    }

    @Test
    void streamsAreLoadedAsFilesAre() throws IOException {
        byte[] bytes = saved(Map.of());
        Weights.load(other, new ByteArrayInputStream(bytes), "stream");
        assertThat(other.parameters().sha256()).isEqualTo(model.parameters().sha256());
    }

    @Test
    void everyShortenedStreamAndEveryLongerOneIsRefused() throws IOException {
        byte[] bytes = saved(Map.of());
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(Arrays.copyOf(bytes, length), "");
        }
        assertRefused(Arrays.copyOf(bytes, bytes.length + 4), "its tensors end after");
    }

    @Test
    void endlessStreamsAreRefusedAndReadNoFurtherThanAFileCouldBe() {
        String before = other.parameters().sha256();
        Endless endless = new Endless();
        assertThatThrownBy(() -> Weights.load(other, endless, "stream"))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageEndingWith("bytes, the most that a file of this network may have");
        assertThat(endless.count).isLessThan(2 << 20);
        assertThat(other.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void beginningsThatAreNoHeaderAreRefused() {
        assertThatThrownBy(() -> metadata(new byte[3]))
                .hasMessage("stream: it holds 3 bytes, too few for a safetensors file");
        assertThatThrownBy(() -> metadata(new byte[20])).hasMessageContaining("doesn't look like a safetensors file");
        assertThatThrownBy(() -> metadata(beginning(100, "no")))
                .hasMessageContaining("doesn't look like a safetensors file");
        assertThatThrownBy(() -> metadata(beginning(-1, "{}")))
                .hasMessageContaining("doesn't look like a safetensors file");
        assertThatThrownBy(() -> metadata(beginning(100, "{}")))
                .hasMessage("stream: it's cut short: its header has 100 bytes, but only 2 follow");
        assertThatThrownBy(() -> metadata(beginning(1L << 40, "{}")))
                .hasMessage("stream: its header has 1099511627776 bytes, more than the 8388608 that are read");
        assertThatThrownBy(() -> metadata(beginning(2, "{]")))
                .hasMessageStartingWith("stream: its header can't be read as that of a safetensors file: ");
    }

    private static byte[] beginning(long length, String header) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length);
        for (char c : header.toCharArray()) {
            bytes.put((byte) c);
        }
        return bytes.array();
    }

    @Test
    void classPathResourcesAreLoadedByName() throws Exception {
        saved(Map.of());
        Path classes = Path.of(MetadataTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path type = Path.of("dev", "longhand", "io", "MetadataTest$Resources.class");
        Files.createDirectories(folder.resolve(type).getParent());
        Files.copy(classes.resolve(type), folder.resolve(type));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            Class<?> beside = loader.loadClass("dev.longhand.io.MetadataTest$Resources");
            Weights.load(other, beside, "/model.safetensors");
            assertThat(other.parameters().sha256()).isEqualTo(model.parameters().sha256());
            assertThatThrownBy(() -> Weights.load(other, beside, "none.safetensors"))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessage(
                            "none.safetensors: no such resource beside dev.longhand.io.MetadataTest$Resources, or its"
                                    + " module doesn't open the package: pass the stream itself then");
        }
    }

    /** A class beside a resource. */
    private interface Resources {}

    /** A stream of zeros without an end. */
    private static final class Endless extends InputStream {

        private long count;

        @Override
        public int read() {
            count++;
            return 0;
        }
    }
}
