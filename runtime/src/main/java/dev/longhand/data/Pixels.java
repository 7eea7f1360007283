package dev.longhand.data;

import dev.longhand.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * An image as numbers.
 *
 * @param shape height × width × channels
 * @param values [height][width][channels], each from 0 to 1
 */
record Pixels(Shape shape, float[] values) {

    private static final int HIGHEST = 255;

    /** All pixels of an image in colour or grey. */
    static Pixels of(BufferedImage image, int channels) {
        int height = image.getHeight();
        int width = image.getWidth();
        float[] values = new float[Shape.of(height, width, channels).size()];
        boolean isGrey = Images.isGrey(image);
        Raster raster = image.getRaster();
        // Java would interpret grey values as linear light and brighten them.
        float highest = isGrey ? (1L << raster.getSampleModel().getSampleSize(0)) - 1 : HIGHEST;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = channels * (y * width + x);
                if (isGrey) {
                    float shade = raster.getSample(x, y, 0) / highest;
                    for (int c = 0; c < channels; c++) {
                        values[at + c] = shade;
                    }
                } else {
                    put(image.getRGB(x, y), values, at, channels);
                }
            }
        }
        return new Pixels(Shape.of(height, width, channels), values);
    }

    private static void put(int rgb, float[] values, int at, int channels) {
        float red = (rgb >> 16 & HIGHEST) / (float) HIGHEST;
        float green = (rgb >> 8 & HIGHEST) / (float) HIGHEST;
        float blue = (rgb & HIGHEST) / (float) HIGHEST;
        if (channels == 1) {
            values[at] = 0.299f * red + 0.587f * green + 0.114f * blue;
        } else {
            values[at] = red;
            values[at + 1] = green;
            values[at + 2] = blue;
        }
    }

    /** The image in another size. */
    Pixels resize(int height, int width) {
        int channels = shape.dimension(2);
        float[] wide = resize(values, shape.dimension(0), shape.dimension(1), width, channels);
        // Each row is one position of width·channels numbers.
        float[] both = resize(wide, 1, shape.dimension(0), height, width * channels);
        return new Pixels(Shape.of(height, width, channels), both);
    }

    /**
     * Changes the number of positions of each row. Position i of {@code to} is centred at c = (i + ½)·from/to; position
     * k of {@code from}, at k + ½, counts with max(0, 1 − |k + ½ − c|/r), where r is 1, or where the row shrinks
     * from/to.
     */
    private static float[] resize(float[] values, int rows, int from, int to, int size) {
        if (from == to) {
            return values;
        }
        float[] resized = new float[Math.multiplyExact(Math.multiplyExact(rows, to), size)];
        double scale = (double) from / to;
        double radius = Math.max(1, scale);
        float[] sums = new float[size];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * scale;
                int first = Math.max(0, (int) Math.floor(centre - radius - 0.5));
                int last = Math.min(from - 1, (int) Math.ceil(centre + radius - 0.5));
                Arrays.fill(sums, 0);
                float all = 0;
                for (int k = first; k <= last; k++) {
                    float weight = (float) Math.max(0, 1 - Math.abs(k + 0.5 - centre) / radius);
                    all += weight;
                    for (int j = 0; j < size; j++) {
                        sums[j] += weight * values[(row * from + k) * size + j];
                    }
                }
                for (int j = 0; j < size; j++) {
                    resized[(row * to + i) * size + j] = sums[j] / all;
                }
            }
        }
        return resized;
    }
}
