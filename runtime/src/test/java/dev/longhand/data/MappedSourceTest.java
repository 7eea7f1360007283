package dev.longhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Shape;
import dev.longhand.io.InvalidFileException;
import dev.longhand.io.Npy;
import dev.longhand.io.NumberArray;
import dev.longhand.io.NumberType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedSourceTest {

    @TempDir
    Path folder;

    private MappedArray idx(String name, int[] dimensions, byte... elements) throws IOException {
        return MappedArray.idx(Files.write(folder.resolve(name), IdxTest.idx(dimensions, elements)));
    }

    @Test
    void rowsOfAnIdxFileAreSamples() throws IOException {
        MappedArray images = idx("images", new int[] {3, 2, 2}, new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -1});
        MappedArray labels = idx("labels", new int[] {3}, new byte[] {2, 0, 1});
        assertThat(images.type()).isEqualTo(NumberType.UNSIGNED_BYTE);
        MappedSource source = MappedSource.ofLabels(images, labels, 3).divideInputs(255);
        assertThat(source.inputShape()).isEqualTo(Shape.of(2, 2));
        assertThat(source.inputShape(Shape.of(2, 2, 1)).inputShape()).isEqualTo(Shape.of(2, 2, 1));
        Dataset data = Dataset.of(source);
        assertThat(data.labels()).containsExactly(2, 0, 1);
        assertThat(data.input(2)).containsExactly(8 / 255f, 9 / 255f, 10 / 255f, 1);
        assertThat(data.target(0)).containsExactly(0, 0, 1);
        assertThat(source.absentClasses()).isEmpty();
        assertThat(MappedSource.ofLabels(images, labels, 5).absentClasses()).containsExactly(3, 4);
    }

    @Test
    void everyTypeOfIdxIsReadAndMapped() throws IOException {
        byte[] codes = {0x08, 0x09, 0x0B, 0x0C, 0x0D, 0x0E};
        for (byte code : codes) {
            ByteBuffer bytes = ByteBuffer.allocate(12 + 4 * 8).put(new byte[] {0, 0, code, 2});
            bytes.putInt(2).putInt(2);
            float[] expected = {1, 2, code == 8 ? 253 : -3, code == 0x0E ? 0.1f : 4};
            for (float number : expected) {
                switch (code) {
                    case 0x08, 0x09 -> bytes.put((byte) number);
                    case 0x0B -> bytes.putShort((short) number);
                    case 0x0C -> bytes.putInt((int) number);
                    case 0x0D -> bytes.putFloat(number);
                    default -> bytes.putDouble(number == 0.1f ? 0.1 : number);
                }
            }
            byte[] whole = new byte[bytes.position()];
            bytes.flip().get(whole);
            Path file = Files.write(folder.resolve("f" + code), whole);
            Idx idx = Idx.read(file);
            assertThat(idx.floats()).as(idx.type().toString()).isEqualTo(expected);
            MappedArray mapped = MappedArray.idx(file);
            assertThat(mapped.type()).isEqualTo(idx.type());
            float[] row = new float[3];
            mapped.read(1, row, 1);
            assertThat(row).containsExactly(0, expected[2], expected[3]);
            if (code != 8) {
                assertThatThrownBy(idx::bytes)
                        .hasMessage("the elements have type " + idx.type() + ", not UNSIGNED_BYTE: use floats()");
            }
        }
    }

    @Test
    void rowsOfAnNpyFileAreSamples() throws IOException {
        Npy.write(folder.resolve("x.npy"), NumberArray.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
        Npy.write(folder.resolve("t.npy"), NumberArray.of(new float[] {0.5f, -1}, 2));
        MappedSource source =
                MappedSource.of(MappedArray.npy(folder.resolve("x.npy")), MappedArray.npy(folder.resolve("t.npy")));
        Dataset data = Dataset.of(source);
        assertThat(data.inputs()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(data.targets()).containsExactly(0.5f, -1);
        Path fortran = Path.of("src/test/resources/reference/npy/fortran.npy");
        assertThatThrownBy(() -> MappedArray.npy(fortran))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("it has Fortran order");
    }

    @Test
    void filesThatDoNotFitAreRefused() throws IOException {
        MappedArray images = idx("images", new int[] {3, 2}, new byte[6]);
        assertThatThrownBy(() -> MappedSource.ofLabels(images, idx("l", new int[] {2}, new byte[2]), 3))
                .hasMessage(folder.resolve("images") + " holds 3 inputs and " + folder.resolve("l")
                        + " 2 labels: each sample needs one of each");
        assertThatThrownBy(
                        () -> MappedSource.ofLabels(images, idx("l", new int[] {3}, (byte) 0, (byte) 3, (byte) 0), 3))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(folder.resolve("l") + ": label 3.0 of sample 1 is not a class: with 3 classes, labels are"
                        + " whole numbers from 0 to 2");
        assertThatThrownBy(() -> MappedSource.ofLabels(images, images, 3))
                .hasMessage(folder.resolve("images")
                        + " has rows of 2 numbers, but a label is one number: for one-hot rows use MappedSource.of");
        Path file = folder.resolve("cut");
        Files.write(file, java.util.Arrays.copyOf(IdxTest.idx(new int[] {3, 2}, new byte[6]), 17));
        assertThatThrownBy(() -> MappedArray.idx(file))
                .hasMessage(file + ": its header says that it has 18 bytes, but it has 17: it's cut short, or longer"
                        + " than it should be");
        Files.write(file, IdxTest.gzip(IdxTest.idx(new int[] {3, 2}, new byte[6])));
        assertThatThrownBy(() -> MappedArray.idx(file))
                .hasMessage(file + ": it's compressed, so it can't be mapped: unpack it with gunzip");
        assertThatThrownBy(() -> MappedArray.idx(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        Files.write(file, IdxTest.idx(new int[] {1, 1 << 20, 1 << 20}));
        assertThatThrownBy(() -> MappedArray.idx(file)).hasMessageContaining("its rows have 0 numbers or more than");
        assertThatThrownBy(() -> MappedSource.of(images, images).divideInputs(0))
                .hasMessage("inputs can't be divided by 0.0: use 255 for pixels of 8 bits");
    }
}
