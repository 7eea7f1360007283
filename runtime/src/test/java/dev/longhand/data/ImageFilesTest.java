package dev.longhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.longhand.io.InvalidFileException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Depths of pixels, and files that are damaged or claim too much. */
class ImageFilesTest {

    @TempDir
    Path folder;

    private Path write(String name, BufferedImage image) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()))
                .isTrue();
        return file;
    }

    /** An image of one row with samples of 16 bits. */
    private static BufferedImage deep(int colourSpace, boolean hasAlpha, int bands, int... samples) {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(colourSpace),
                hasAlpha,
                false,
                hasAlpha ? java.awt.Transparency.TRANSLUCENT : java.awt.Transparency.OPAQUE,
                DataBuffer.TYPE_USHORT);
        WritableRaster raster =
                Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, samples.length / bands, 1, bands, null);
        raster.setPixels(0, 0, samples.length / bands, 1, samples);
        return new BufferedImage(model, raster, false, null);
    }

    private static BufferedImage noise(int height, int width) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < height * width; i++) {
            image.setRGB(i % width, i / width, i * 0x9E3779B1 >>> 8);
        }
        return image;
    }

    private Path progressive(String name, BufferedImage image) throws IOException {
        Path file = folder.resolve(name);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return file;
    }

    /** A black PNG image of 8 bits a sample, colour type 0 for grey or 2 for RGB. */
    private Path black(String name, int height, int width, int type) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, (byte) type, 0, 0, 0})
                .array();
        chunk(png, "IHDR", header);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(data)) {
            byte[] row = new byte[1 + width * (type + 1)];
            for (int y = 0; y < height; y++) {
                out.write(row);
            }
        }
        chunk(png, "IDAT", data.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return Files.write(folder.resolve(name), png.toByteArray());
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] content) {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(content);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(type);
        png.writeBytes(content);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    @Test
    void samplesOf16BitsKeepTheirDepth() throws IOException {
        float[] expected = {100 / 65535f, 1000 / 65535f, 1};
        Path colours = write("rgb.png", deep(ColorSpace.CS_sRGB, false, 3, 100, 1000, 65535));
        assertThat(Images.rgb().read(colours)).containsExactly(expected);
        Path opacity = write("rgba.png", deep(ColorSpace.CS_sRGB, true, 4, 100, 1000, 65535, 7));
        assertThat(Images.rgb().read(opacity)).containsExactly(expected);
        Path shades = write("grey.png", deep(ColorSpace.CS_GRAY, false, 1, 100, 1000, 65535));
        assertThat(Images.grey().read(shades)).containsExactly(expected);
        Path both = write("greyAlpha.png", deep(ColorSpace.CS_GRAY, true, 2, 100, 5, 1000, 6, 65535, 7));
        assertThat(Images.grey().read(both)).containsExactly(expected);
        assertThat(Images.grey().size(1, 1).read(shades))
                .containsExactly(new float[] {(100 + 1000 + 65535) / (3 * 65535f)}, within(0.1f));
    }

    @Test
    void everyTruncationIsRefusedOrLosesNoPixel() throws IOException {
        BufferedImage image = noise(24, 24);
        for (Path good : new Path[] {write("a.png", image), write("a.jpg", image), progressive("p.jpg", image)}) {
            byte[] bytes = Files.readAllBytes(good);
            float[] whole = Images.rgb().read(good);
            int refused = 0;
            for (int length = 0; length < bytes.length; length++) {
                Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));
                try {
                    assertThat(Images.rgb().read(cut))
                            .as("%d of %s", length, good)
                            .containsExactly(whole);
                } catch (InvalidFileException e) {
                    assertThat(e).hasMessageStartingWith(cut + ": ");
                    refused++;
                }
            }
            assertThat(refused).isGreaterThan(bytes.length - 30);
        }
    }

    @Test
    void whatTheDecoderOnlyWarnsOfIsDamage() throws IOException {
        byte[] bytes = Files.readAllBytes(write("a.jpg", noise(64, 64)));
        Path half = Files.write(folder.resolve("half.jpg"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Images.rgb().read(half))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(half + ": it's a damaged image: ");
    }

    @Test
    void pixelsMustHaveBytes() throws IOException {
        byte[] small = Files.readAllBytes(write("a.jpg", noise(8, 8)));
        for (int i = 0; i < small.length - 9; i++) {
            if ((small[i] & 0xFF) == 0xFF && (small[i + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(small).putShort(i + 5, (short) 8192).putShort(i + 7, (short) 8192);
            }
        }
        Path liar = Files.write(folder.resolve("liar.jpg"), small);
        assertThatThrownBy(() -> Images.rgb().size(32, 32).read(liar))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(
                        liar + ": it says that it has 8192 × 8192 = 67108864 pixels; up to " + 10_000L * small.length
                                + " are read from " + small.length
                                + " bytes: if it's meant to be so blank, raise the limit with maxPixelsPerByte");
        Path blank = black("blank.png", 1024, 1024, 0);
        assertThat(Images.grey().maxPixelsPerByte(1).size(1, 1).read(blank)).containsExactly(0);
        Path larger = black("larger.png", 1024, 1025, 0);
        assertThat(Images.grey().size(1, 1).read(larger)).containsExactly(0);
        assertThatThrownBy(() -> Images.grey().maxPixelsPerByte(500).read(larger))
                .hasMessageContaining("maxPixelsPerByte");
        assertThatThrownBy(() -> Images.grey().maxPixels(1_000_000).read(blank))
                .hasMessageContaining("up to 1000000 are read: if it's meant to be so large");
    }

    @Test
    void scansAreLimited() throws IOException {
        Path file = progressive("a.jpg", noise(32, 32));
        float[] whole = Images.rgb().read(file);
        assertThatThrownBy(() -> Images.rgb().maxScans(3).read(file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(
                        file + ": it has more than 3 scans, each of which is decoded in full: if it's meant to, raise"
                                + " the limit with maxScans");
        byte[] bytes = Files.readAllBytes(file);
        int last = bytes.length - 2;
        while ((bytes[last] & 0xFF) != 0xFF || (bytes[last + 1] & 0xFF) != 0xDA) {
            last--;
        }
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(bytes, 0, bytes.length - 2);
        for (int i = 0; i < 2000; i++) {
            many.write(bytes, last, bytes.length - 2 - last);
        }
        many.write(bytes, bytes.length - 2, 2);
        Path bomb = Files.write(folder.resolve("bomb.jpg"), many.toByteArray());
        assertThatThrownBy(() -> Images.rgb().read(bomb)).hasMessageContaining("it has more than 100 scans");
        assertThat(Images.rgb().maxScans(10).read(file)).containsExactly(whole);
    }

    @Test
    void limitsAreAtLeastOne() {
        assertThatThrownBy(() -> Images.rgb().maxPixels(0)).hasMessage("the limit of pixels must be at least 1, not 0");
        assertThatThrownBy(() -> Images.rgb().maxPixelsPerByte(0)).hasMessageContaining("pixelsPerByte");
        assertThatThrownBy(() -> Images.rgb().maxScans(-1)).hasMessageContaining("scans must be at least 1, not -1");
        assertThatThrownBy(() -> Images.rgb().size(100_000, 100_000))
                .hasMessage(
                        "an image of 100000×100000×3 has more numbers than an array can hold: ask for a smaller one");
    }

    @Test
    void aSourceThatFailsIsNoDamage() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };
        JpegScans bytes = new JpegScans(failing, ImageLimits.DEFAULTS, "a.png");
        assertThatThrownBy(bytes::read).hasMessage("Input/output error");
        assertThat(bytes.failure()).hasMessage("Input/output error").isNotInstanceOf(InvalidFileException.class);
        JpegScans good = new JpegScans(new ByteArrayInputStream(new byte[1]), ImageLimits.DEFAULTS, "a.png");
        assertThat(good.failure()).isNull();
    }

    @Test
    void anInterruptedThreadReadsAndStaysInterrupted() throws IOException {
        Path file = write("a.png", noise(2, 2));
        Path idx = Files.write(folder.resolve("a.idx"), IdxTest.idx(new int[] {2}, new byte[] {1, 2}));
        Thread.currentThread().interrupt();
        assertThat(Images.rgb().read(file)).hasSize(12);
        assertThat(Idx.read(idx).bytes()).containsExactly(1, 2);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void foldersNamedAsImagesAreLeftOut() throws IOException {
        write("a/1.png", noise(2, 2));
        write("b/1.png", noise(2, 2));
        Files.createDirectory(folder.resolve("a/x.png"));
        assertThat(Images.rgb().readFolders(folder).data().size()).isEqualTo(2);
        assertThatThrownBy(() -> Images.rgb().read(folder.resolve("a/x.png")))
                .hasMessage(folder.resolve("a/x.png") + ": it's a folder, not a file to read");
    }

    @Test
    void pipesAreRefused() throws IOException, InterruptedException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path pipe = folder.resolve("a.png");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> Images.rgb().read(pipe))
                .isInstanceOf(IOException.class)
                .hasMessage(pipe + ": it's a pipe or a device, not a regular file");
    }

    @Test
    void namesThatAreNoTextAreRead() throws IOException, InterruptedException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        write("a/1.png", noise(2, 2));
        Path source = write("b/1.png", noise(2, 2));
        String script = "cp \"$1\" \"$(dirname \"$1\")/$(printf 'x\\377.png')\""
                + " && cp -r \"$(dirname \"$1\")\" \"$2/$(printf 'c\\377')\"";
        Process process = new ProcessBuilder("sh", "-c", script, "sh", source.toString(), folder.toString()).start();
        assumeThat(process.waitFor()).isZero();
        Images.Folder read = Images.rgb().readFolders(folder);
        assertThat(read.data().labels()).containsExactly(0, 1, 1, 2, 2);
        assertThat(Images.rgb().readFolders(folder, read.classes()).data().labels())
                .containsExactly(0, 1, 1, 2, 2);
    }

    /** Reads the images that it's given, each in 32 × 32 pixels, and prints how many numbers they are or what failed. */
    static final class Reading {

        private Reading() {}

        public static void main(String[] files) {
            for (String file : files) {
                try {
                    System.out.println(Images.rgb().size(32, 32).read(Path.of(file)).length);
                } catch (IOException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    @Test
    void largeImagesNeedLittleMoreThanTheirRaster() throws IOException {
        Path fits = black("fits.png", 3000, 3000, 2);
        Path tooLarge = black("large.png", 8000, 8000, 2);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        fits.toString(),
                        tooLarge.toString(),
                        fits.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()))
                .matches(
                        "3072\\R.*large.png: its 8000 . 8000 pixels need more memory than Java has left of \\d+ MiB: give"
                                + " it more, with -Xmx\\R3072\\R");
    }
}
