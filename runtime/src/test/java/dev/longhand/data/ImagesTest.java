package dev.longhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Shape;
import dev.longhand.io.InvalidFileException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {

    @TempDir
    Path folder;

    private Path write(String name, int type, int width, int... pixels) throws IOException {
        BufferedImage image = new BufferedImage(width, pixels.length / width, type);
        for (int i = 0; i < pixels.length; i++) {
            if (type == BufferedImage.TYPE_BYTE_GRAY || type == BufferedImage.TYPE_USHORT_GRAY) {
                image.getRaster().setSample(i % width, i / width, 0, pixels[i]);
            } else {
                image.setRGB(i % width, i / width, pixels[i]);
            }
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        String format = name.endsWith("png") ? "png" : name.substring(name.lastIndexOf('.') + 1);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    private Path colours(String name) throws IOException {
        return write(name, BufferedImage.TYPE_INT_RGB, 2, 0xff0000, 0x00ff00, 0x0000ff, 0x336699);
    }

    @Test
    void pixelsAreRowByRowChannelsLast() throws IOException {
        assertThat(Images.rgb().read(colours("a.png"))).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1, 0.2f, 0.4f, 0.6f);
    }

    @Test
    void greyIsTheLumaOfColours() throws IOException {
        assertThat(Images.grey().read(colours("a.png")))
                .containsExactly(
                        new float[] {0.299f, 0.587f, 0.114f, 0.2f * 0.299f + 0.4f * 0.587f + 0.6f * 0.114f},
                        within(1e-6f));
    }

    @Test
    void shadesOfGreyStayAsTheyAre() throws IOException {
        Path bytes = write("grey.png", BufferedImage.TYPE_BYTE_GRAY, 3, 0, 51, 255);
        assertThat(Images.grey().read(bytes)).containsExactly(0, 0.2f, 1);
        assertThat(Images.rgb().read(bytes)).containsExactly(0, 0, 0, 0.2f, 0.2f, 0.2f, 1, 1, 1);
        Path shorts = write("deep.png", BufferedImage.TYPE_USHORT_GRAY, 2, 13107, 65535);
        assertThat(Images.grey().read(shorts)).containsExactly(0.2f, 1);
        Path bits = write("bits.png", BufferedImage.TYPE_BYTE_BINARY, 2, 0xffffff, 0);
        assertThat(Images.grey().read(bits)).containsExactly(new float[] {1, 0}, within(1e-6f));
    }

    @Test
    void transparencyIsIgnored() throws IOException {
        Path file = write("a.png", BufferedImage.TYPE_INT_ARGB, 2, 0x80ff0000, 0x00000000);
        assertThat(Images.rgb().read(file)).containsExactly(1, 0, 0, 0, 0, 0);
    }

    @Test
    void jpegsAreReadToo() throws IOException {
        int[] pixels = new int[64 * 64];
        Arrays.fill(pixels, 0x336699);
        float[] x = Images.rgb().read(write("a.jpg", BufferedImage.TYPE_INT_RGB, 64, pixels));
        assertThat(x).hasSize(64 * 64 * 3);
        for (int i = 0; i < x.length; i++) {
            assertThat(x[i]).isCloseTo(0.2f + 0.2f * (i % 3), within(0.02f));
        }
    }

    @Test
    void resizingKeepsConstantsMeansAndGradients() throws IOException {
        int[] ramp = new int[16 * 8];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = 16 * (i % 16);
        }
        Path file = write("ramp.png", BufferedImage.TYPE_BYTE_GRAY, 16, ramp);
        float[] small = Images.grey().size(2, 4).read(file);
        assertThat(small).hasSize(8);
        assertThat(small[1] * 255).isCloseTo(16 * 5.5f, within(0.01f));
        assertThat(small[2] * 255).isCloseTo(16 * 9.5f, within(0.01f));
        assertThat(Arrays.copyOf(small, 4)).containsExactly(Arrays.copyOfRange(small, 4, 8), within(1e-6f));
        float[] large = Images.grey().size(8, 32).read(file);
        assertThat(large[1] * 255).isCloseTo(4, within(0.01f));
        assertThat(large[2] * 255).isCloseTo(12, within(0.01f));
        assertThat(Images.grey().size(8, 16).read(file))
                .containsExactly(Images.grey().read(file));
        float[] pixel = Images.rgb().size(1, 1).read(colours("a.png"));
        assertThat(pixel).containsExactly(new float[] {0.3f, 0.35f, 0.4f}, within(1e-6f));
    }

    @Test
    void foldersAreClassesInTheOrderOfTheirNames() throws IOException {
        colours("train/dog/b.png");
        colours("train/cat/2.PNG.png");
        write("train/cat/1.jpg", BufferedImage.TYPE_INT_RGB, 2, 0, 0, 0, 0);
        Files.writeString(folder.resolve("train/cat/notes.txt"), "no image");
        Files.writeString(folder.resolve("train/cat/.hidden.png"), "no image");
        Files.createDirectory(folder.resolve("train/.git"));
        Files.writeString(folder.resolve("train/readme.md"), "no class");
        Images.Folder train = Images.rgb().readFolders(folder.resolve("train"));
        assertThat(train.classes()).containsExactly("cat", "dog");
        assertThat(train.data().labels()).containsExactly(0, 0, 1);
        assertThat(train.data().inputShape()).isEqualTo(Shape.of(2, 2, 3));
        assertThat(train.data().input(0)).containsOnly(0);
        assertThat(train.data().input(2)).containsExactly(Images.rgb().read(folder.resolve("train/dog/b.png")));
        colours("test/dog/x.png");
        assertThat(Images.rgb()
                        .readFolders(folder.resolve("test"), List.of("dog", "dog"))
                        .data()
                        .size())
                .isEqualTo(2);
        assertThatThrownBy(() -> Images.rgb().readFolders(folder.resolve("test"), train.classes()))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void imagesOfDifferentSizesNeedACommonSize() throws IOException {
        colours("a/1.png");
        write("b/1.png", BufferedImage.TYPE_INT_RGB, 3, 1, 2, 3);
        assertThatThrownBy(() -> Images.grey().readFolders(folder))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(folder.resolve("b/1.png") + ": it's 1×3×1, but " + folder.resolve("a/1.png")
                        + " is 2×2×1: give the size that all are to have, size(height, width)");
        assertThat(Images.grey().size(4, 5).readFolders(folder).data().inputShape())
                .isEqualTo(Shape.of(4, 5, 1));
    }

    @Test
    void foldersWithoutClassesOrImagesAreRefused() throws IOException {
        colours("a/1.png");
        assertThatThrownBy(() -> Images.grey().readFolders(folder))
                .hasMessage(folder + " has 1 folder of images: there must be one for each class, at least 2");
        Files.createDirectory(folder.resolve("b"));
        assertThatThrownBy(() -> Images.grey().readFolders(folder))
                .hasMessage(folder.resolve("b") + " has no image that ends in .png, .jpg or .jpeg");
    }

    @Test
    void filesThatAreNoImagesAreRefused() throws IOException {
        Path text = folder.resolve("text.png");
        Files.writeString(text, "hello");
        assertThatThrownBy(() -> Images.rgb().read(text))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(text + ": this is neither a PNG nor a JPEG image");
        Path gif = write("a.gif", BufferedImage.TYPE_INT_RGB, 1, 0);
        assertThatThrownBy(() -> Images.rgb().read(gif)).hasMessageContaining("neither a PNG nor a JPEG");
        assertThatThrownBy(() -> Images.rgb().read(folder.resolve("none.png"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Images.rgb().size(0, 3)).hasMessageContaining("at least 1, not 0");
    }

    @Test
    void aHugeImageIsRefusedBeforeItIsUnpacked() throws IOException {
        Path file = folder.resolve("huge.png");
        Files.write(file, header(100_000, 100_000));
        assertThatThrownBy(() -> Images.rgb().read(file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(
                        file + ": it says that it has 100000 × 100000 = 10000000000 pixels; up to 67108864 are read: if"
                                + " it's meant to be so large, raise the limit with maxPixels");
    }

    /** The beginning of a PNG file: its signature, IHDR of 8-bit grey, and an empty IDAT. */
    private static byte[] header(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] size = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 0, 0, 0, 0})
                .array();
        for (byte[] chunk : List.of(size, new byte[0])) {
            byte[] type = (chunk.length > 0 ? "IHDR" : "IDAT").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            CRC32 crc = new CRC32();
            crc.update(type);
            crc.update(chunk);
            out.writeBytes(ByteBuffer.allocate(4).putInt(chunk.length).array());
            out.writeBytes(type);
            out.writeBytes(chunk);
            out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        }
        return out.toByteArray();
    }

    @Test
    void damagedImagesAreReadOrRefused() throws IOException {
        Random random = new Random(1);
        for (Path good : List.of(colours("good.png"), colours("good.jpg"))) {
            byte[] bytes = Files.readAllBytes(good);
            for (int i = 0; i < 400; i++) {
                byte[] bad =
                        random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
                for (int k = random.nextInt(4); k >= 0 && bad.length > 0; k--) {
                    bad[random.nextInt(bad.length)] = (byte) random.nextInt();
                }
                Path file = folder.resolve("bad");
                Files.write(file, bad);
                try {
                    assertThat(Images.rgb().read(file).length % 3).isZero();
                } catch (InvalidFileException e) {
                    assertThat(e).hasMessageStartingWith(file + ": ");
                }
            }
        }
    }

    @Test
    void aFolderIsReadAsASourceWhenItIsNeeded() throws IOException {
        colours("pets/cat/1.png");
        colours("pets/dog/2.png");
        colours("pets/dog/3.png");
        Images images = Images.rgb();
        Path root = folder.resolve("pets");
        ImageSource source = images.openFolders(root);
        assertThat(source.classNames()).containsExactly("cat", "dog");
        assertThat(source.inputShape()).isEqualTo(Shape.of(2, 2, 3));
        Dataset data = Dataset.of(source);
        assertThat(data.inputs()).isEqualTo(images.readFolders(root).data().inputs());
        assertThat(data.labels()).containsExactly(0, 1, 1);
        assertThat(Dataset.of(images.openFolders(root, List.of("dog", "cat"))).labels())
                .containsExactly(0, 0, 1);
        write("pets/dog/3.png", BufferedImage.TYPE_INT_RGB, 1, 0, 0);
        assertThatThrownBy(() -> Dataset.of(source))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(root.resolve("dog/3.png") + ": it's 2×1×3, but " + root.resolve("cat/1.png")
                        + " is 2×2×3: give the size that all are to have, size(height, width)");
    }
}
