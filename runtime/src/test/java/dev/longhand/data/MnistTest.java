package dev.longhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Shape;
import dev.longhand.io.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeTwoImages() throws IOException {
        byte[] pixels = {0, 51, (byte) 255, 0, 102, 0, 0, 0};
        write("train-images-idx3-ubyte.gz", IdxTest.gzip(IdxTest.idx(new int[] {2, 2, 2}, pixels)));
        write("train-labels-idx1-ubyte.gz", IdxTest.gzip(IdxTest.idx(new int[] {2}, new byte[] {7, 0})));
        write("t10k-images-idx3-ubyte", IdxTest.idx(new int[] {1, 2, 2}, new byte[] {1, 2, 3, 4}));
        write("t10k-labels-idx1-ubyte", IdxTest.idx(new int[] {1}, new byte[] {9}));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    @Test
    void byDefaultPixelsAreScaledFlatAndTargetsOneHot() throws IOException {
        Dataset train = Mnist.in(folder).train();
        assertThat(train.size()).isEqualTo(2);
        assertThat(train.inputShape()).isEqualTo(Shape.of(4));
        assertThat(train.inputs()).containsExactly(0, 0.2f, 1, 0, 0.4f, 0, 0, 0);
        assertThat(train.target(0)).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
        assertThat(train.labels()).containsExactly(7, 0);
    }

    @Test
    void eachTransformCanBeTurnedOff() throws IOException {
        Dataset test =
                Mnist.in(folder).normalize(false).flatten(false).oneHot(false).test();
        assertThat(test.inputShape()).isEqualTo(Shape.of(2, 2, 1));
        assertThat(test.inputs()).containsExactly(1, 2, 3, 4);
        assertThat(test.targets()).containsExactly(9);
        assertThat(test.labels()).containsExactly(9);
    }

    @Test
    void otherSourcesAreAskedByName() throws IOException {
        Mnist mnist = Mnist.from(name -> name.endsWith(".gz") ? null : Files.newInputStream(folder.resolve(name)));
        assertThat(mnist.test().size()).isEqualTo(1);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Mnist.in(folder.resolve("nowhere")).train())
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(folder.resolve("nowhere").resolve("train-images-idx3-ubyte")
                        + ": neither it nor train-images-idx3-ubyte.gz is there");
    }

    @Test
    void labelsInPlaceOfImagesAreRefused() throws IOException {
        write("train-images-idx3-ubyte.gz", IdxTest.idx(new int[] {2}, new byte[] {7, 0}));
        assertThatThrownBy(() -> Mnist.in(folder).train())
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("it has 1 dimensions, but images have 3");
    }

    @Test
    void differentNumbersOfImagesAndLabelsAreRefused() throws IOException {
        write("t10k-labels-idx1-ubyte", IdxTest.idx(new int[] {2}, new byte[] {9, 1}));
        assertThatThrownBy(() -> Mnist.in(folder).test())
                .hasMessage(folder.resolve("t10k-labels-idx1-ubyte")
                        + ": it holds 2 labels, but t10k-images-idx3-ubyte holds 1 images");
    }

    @Test
    void aLabelThatIsNoDigitIsRefused() throws IOException {
        write("t10k-labels-idx1-ubyte", IdxTest.idx(new int[] {1}, new byte[] {10}));
        assertThatThrownBy(() -> Mnist.in(folder).test()).hasMessageContaining("label 10 of sample 0");
    }
}
