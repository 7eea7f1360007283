package dev.longhand.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.random.CountedRandom;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {

    private static final float[] COUNTED = new float[24];

    static {
        for (int i = 0; i < COUNTED.length; i++) {
            COUNTED[i] = i;
        }
    }

    /** A file that NumPy wrote. */
    private static Path reference(String name) {
        return Path.of("src/test/resources/reference/npy", name);
    }

    static byte[] npy(String text, byte... numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.write(text.length());
        out.write(text.length() >> 8);
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(numbers);
        return out.toByteArray();
    }

    private static NumberArray read(byte[] bytes) throws IOException {
        return Npy.read(new ByteArrayInputStream(bytes), "file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"little.npz", "big.npz", "compressed.npz"})
    void allTypesAndOrdersOfNumPyAreRead(String file) throws IOException {
        Map<String, NumberArray> arrays = Npz.read(reference(file));
        assertThat(arrays).hasSize(24);
        for (Map.Entry<String, NumberArray> array : arrays.entrySet()) {
            String type = array.getKey().substring(0, 2);
            float[] expected = new float[6];
            for (int i = 0; i < 6; i++) {
                expected[i] = switch (type.charAt(0)) {
                    case 'b' -> Math.min(i, 1);
                    case 'i' -> -7 * i;
                    case 'u' -> (float) (Math.pow(2, 8 * (type.charAt(1) - '0')) - 1 - i);
                    default -> -1.25f * i;
                };
            }
            assertThat(array.getValue().dimensions()).as(array.getKey()).containsExactly(2, 3);
            assertThat(array.getValue().values()).as(array.getKey()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"version1.npy", "version2.npy", "version3.npy", "fortran.npy"})
    void allVersionsAndOrdersOfIndicesAreRead(String file) throws IOException {
        NumberArray array = Npy.read(reference(file));
        assertThat(array.dimensions()).containsExactly(2, 3, 4);
        assertThat(array.values()).isEqualTo(COUNTED);
    }

    @Test
    void aNumberAndAnEmptyArrayAreRead() throws IOException {
        assertThat(Npy.read(reference("number.npy")).dimensions()).isEmpty();
        assertThat(Npy.read(reference("number.npy")).values()).containsExactly(2.5f);
        assertThat(Npy.read(reference("empty.npy")).dimensions()).containsExactly(0, 3);
        assertThat(Npy.read(reference("empty.npy")).values()).isEmpty();
    }

    @Test
    void halvesAreReadExactly() throws IOException {
        assertThat(Npy.read(reference("half.npy")).values())
                .containsExactly(
                        0x1p-24f,
                        1023 * 0x1p-24f,
                        0x1p-14f,
                        1,
                        65504,
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY,
                        -0f,
                        0.333251953125f);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Npy.read(reference("objects.npy")))
                .hasMessageEndingWith(
                        "objects.npy: its elements have type '|O'; numbers can be read: b1, u1 to u8, i1 to i8, f2, f4"
                                + " and f8, so save it with astype('float32')");
        assertThatThrownBy(() -> Npy.read(reference("records.npy")))
                .hasMessageEndingWith(
                        "its elements are records of several fields: save each field as an array of" + " numbers");
        assertThatThrownBy(() -> Npy.read(reference("complex.npy"))).hasMessageContaining("type '<c8'");
    }

    @Test
    void whatIsWrittenIsRead(@TempDir Path folder) throws IOException {
        float[] values = {1, -0f, Float.NaN, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, 1e30f};
        for (int[] dimensions : new int[][] {{6}, {2, 3}, {1, 6, 1}, {3, 1, 2, 1}}) {
            Path file = folder.resolve("a.npy");
            Npy.write(file, NumberArray.of(values, dimensions));
            assertThat((Files.size(file) - 24) % 64).isZero();
            NumberArray array = Npy.read(file);
            assertThat(array.dimensions()).isEqualTo(dimensions);
            assertThat(array.values()).isEqualTo(values);
        }
        Npy.write(folder.resolve("number.npy"), NumberArray.of(new float[] {3}));
        assertThat(Npy.read(folder.resolve("number.npy")).dimensions()).isEmpty();
        assertThatThrownBy(() -> NumberArray.of(values, 2, 2))
                .hasMessage("dimensions [2, 2] make 4 numbers, but there are 6");
        assertThatThrownBy(() -> NumberArray.of(values, -2, -3))
                .hasMessage("a dimension can't be -2: it must be at least 0");
    }

    @Test
    void theSameArraysGiveTheSameArchive(@TempDir Path folder) throws IOException {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        arrays.put("x", NumberArray.of(COUNTED, 4, 6));
        arrays.put("labels", NumberArray.of(new float[] {1, 0, 2, 1}, 4));
        Path file = folder.resolve("a.npz");
        Npz.write(file, arrays);
        byte[] bytes = Files.readAllBytes(file);
        Npz.write(file, arrays);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        Map<String, NumberArray> read = Npz.read(file);
        assertThat(read.keySet()).containsExactly("x", "labels");
        assertThat(read.get("x").values()).isEqualTo(COUNTED);
        assertThat(read.get("x").dimensions()).containsExactly(4, 6);
    }

    @Test
    void everyTruncationIsRefused(@TempDir Path folder) throws IOException {
        for (String name : new String[] {"version1.npy", "version2.npy", "compressed.npz"}) {
            byte[] whole = Files.readAllBytes(reference(name));
            Path file = folder.resolve(name);
            for (int length = 0; length < whole.length; length += whole.length > 1000 ? 37 : 1) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> {
                            if (name.endsWith("npz")) {
                                Npz.read(file);
                            } else {
                                Npy.read(file);
                            }
                        })
                        .isInstanceOf(InvalidFileException.class)
                        .hasMessageStartingWith(file + ": ");
            }
            Files.write(file, whole);
            Files.write(file, new byte[1], StandardOpenOption.APPEND);
            if (name.endsWith("npy")) {
                assertThatThrownBy(() -> Npy.read(file))
                        .hasMessageEndingWith("it has bytes after the 96 bytes of numbers that its header says");
            }
        }
        assertThatThrownBy(() -> Npz.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Npz.read(folder)).hasMessage(folder + ": it's a folder, not a file to read");
    }

    @Test
    void damagedHeadersAreRefused() {
        String[][] headers = {
            {"", "it has no '{' at character 0"},
            {"{'descr': '<f4'}", "it needs 'descr', 'fortran_order' and 'shape', but has only [descr]"},
            {"{'descr': '<f4', 'descr': '<f4'}", "it has 'descr' twice"},
            {"{'other': 1}", "it has an unknown key 'other'"},
            {"{descr: 1}", "it has no string where one is needed"},
            {"{'descr", "it has a string that doesn't end"},
            {"{'fortran_order': 0}", "its 'fortran_order' is neither True nor False"},
            {"{'shape': (x,)}", "its 'shape' has something other than whole numbers at character 11"},
            {"{'shape': (1 2)}", "it has no ',' at character 13"},
            {"{'shape': (1234567890123456789,)}", "something other than whole numbers"},
            {"{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} x", "it goes on after its end"},
            {"{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}", "its shape [-1] has a negative size"},
            {"{'descr': '<f4', 'fortran_order': False, 'shape': (3000000000,)}", "[3000000000] is too large"},
            {"{'descr': '<f4', 'fortran_order': False, 'shape': (2000000000, 2000000000, 2000000000)}", " is too large"
            },
            {"{'descr': 'f4', 'fortran_order': False, 'shape': (1,)}", "its elements have type 'f4'"},
            {"{'descr': '|f4', 'fortran_order': False, 'shape': (1,)}", "its elements have type '|f4'"},
            {"{'descr': '', 'fortran_order': False, 'shape': (1,)}", "its elements have type ''"},
        };
        for (String[] header : headers) {
            assertThatThrownBy(() -> read(npy(header[0])))
                    .isInstanceOf(InvalidFileException.class)
                    .hasMessageStartingWith("file: ")
                    .hasMessageContaining(header[1]);
        }
    }

    @Test
    void aHugeDeclaredSizeCostsNoMemory() {
        assertThatThrownBy(
                        () -> read(npy("{'descr': '|u1', 'fortran_order': False, 'shape': (2147483639,)}", (byte) 1)))
                .hasMessage("file: it ends after 1 of the 2147483639 bytes of numbers that its header says");
        assertThatThrownBy(() -> read(npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2147483639,)}")))
                .hasMessageEndingWith("more than 2147483639 bytes: read it memory-mapped, with MappedArray.npy");
    }

    @Test
    void anArchiveThatExpandsWithoutBoundIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bomb.npz");
        int size = 70 << 20;
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(npy("{'descr': '|u1', 'fortran_order': False, 'shape': (" + size + ",)}"));
            for (int i = 0; i < 70; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        assertThatThrownBy(() -> Npz.read(file))
                .hasMessage(file + ": it expands more than 100 times; if it's meant to, unpack it with unzip and read"
                        + " the .npy files");
    }

    @Test
    void otherFilesInAnArchiveAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("other.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
        assertThatThrownBy(() -> Npz.read(file)).hasMessage(file + ": it holds \"readme.txt\", which is no .npy file");
        Files.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> Npz.read(file)).hasMessageStartingWith(file + ": this is no .npz file");
    }

    @Test
    void aFlippedBitIsHarmlessOrRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.npz");
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        arrays.put("x", NumberArray.of(COUNTED, 24));
        Npz.write(file, arrays);
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, damaged);
            try {
                for (NumberArray array : Npz.read(file).values()) {
                    assertThat(array.values()).isEqualTo(COUNTED);
                }
            } catch (InvalidFileException expected) {
                assertThat(expected.getMessage()).startsWith(file.toString());
            }
        }
    }

    @Test
    void randomBytesGiveOneClearException() throws IOException {
        byte[] whole;
        try (InputStream in = Files.newInputStream(reference("version1.npy"))) {
            whole = in.readAllBytes();
        }
        for (int i = 0; i < 20_000; i++) {
            long key = CountedRandom.key(5, 5, i);
            byte[] damaged = whole.clone();
            for (int j = 0; j < 1 + i % 3; j++) {
                damaged[CountedRandom.below(100, key, 2 * j)] = (byte) CountedRandom.bits(key, 2 * j + 1);
            }
            try {
                read(damaged);
            } catch (InvalidFileException expected) {
                assertThat(expected.getMessage()).startsWith("file: ");
            }
        }
    }
}
