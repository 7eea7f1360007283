package dev.longhand.report.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Small images of numbers, one pixel each, as a page holds them: PNG files in the text of their address.
 *
 * @param url the address, {@code data:image/png;base64,…}
 * @param width the columns
 * @param height the rows
 */
public record Pixels(String url, int width, int height) {

    private static final int COLORS = 256;

    private static final IndexColorModel GRAYS = grays();
    private static final IndexColorModel SIGNS = signs();

    /** From black, 0, to white, 1; numbers below and above are cut off. */
    public static Pixels gray(float[] values, int width) {
        return indexed(values, width, GRAYS);
    }

    /** From blue, −1, through white, 0, to red, 1; numbers below and above are cut off. */
    public static Pixels signed(float[] values, int width) {
        float[] shares = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            shares[i] = (values[i] + 1) / 2;
        }
        return indexed(shares, width, SIGNS);
    }

    /** Pixels of red, green and blue, [height][width][3], from 0 to 1. */
    public static Pixels rgb(float[] values, int width) {
        int height = values.length / 3 / width;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            int rgb = byteOf(values[3 * i]) << 16 | byteOf(values[3 * i + 1]) << 8 | byteOf(values[3 * i + 2]);
            image.setRGB(i % width, i / width, rgb);
        }
        return of(image);
    }

    /** The numbers of an image, divided by their largest absolute value. */
    public static float[] scaled(float[] values) {
        float largest = 1e-9f;
        for (float value : values) {
            largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = Float.isFinite(values[i]) ? values[i] / largest : 0;
        }
        return scaled;
    }

    /** The numbers of an image, moved and scaled so that they are from 0 to 1. */
    public static float[] stretched(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        float range = greatest > least ? greatest - least : 1;
        float[] stretched = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            stretched[i] = Float.isFinite(values[i]) ? (values[i] - least) / range : 0;
        }
        return stretched;
    }

    private static Pixels indexed(float[] shares, int width, IndexColorModel colors) {
        int height = shares.length / width;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colors);
        for (int i = 0; i < width * height; i++) {
            image.getRaster().setSample(i % width, i / width, 0, byteOf(shares[i]));
        }
        return of(image);
    }

    private static int byteOf(float share) {
        return Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    /** The pixels of an image. */
    static Pixels of(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IllegalStateException("This Java can't write PNG files");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
        return new Pixels(url, image.getWidth(), image.getHeight());
    }

    private static IndexColorModel grays() {
        byte[] gray = new byte[COLORS];
        for (int i = 0; i < COLORS; i++) {
            gray[i] = (byte) i;
        }
        return new IndexColorModel(8, COLORS, gray, gray, gray);
    }

    private static IndexColorModel signs() {
        byte[] red = new byte[COLORS];
        byte[] green = new byte[COLORS];
        byte[] blue = new byte[COLORS];
        for (int i = 0; i < COLORS; i++) {
            double sign = 2.0 * i / (COLORS - 1) - 1;
            byte other = (byte) Math.round(255 * (1 - Math.abs(sign)));
            red[i] = sign < 0 ? other : (byte) 255;
            green[i] = other;
            blue[i] = sign < 0 ? (byte) 255 : other;
        }
        return new IndexColorModel(8, COLORS, red, green, blue);
    }
}
