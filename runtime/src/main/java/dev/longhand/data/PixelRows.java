package dev.longhand.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/** The rows of an image as numbers from 0 to 1, in its own depth and colour space. */
final class PixelRows {

    private static final int HIGHEST = 255;

    private final BufferedImage image;
    private final Raster raster;
    private final int channels;
    private final int colours;
    private final float highest;
    private final int[] samples;

    PixelRows(BufferedImage image, int channels) {
        this.image = image;
        raster = image.getRaster();
        this.channels = channels;
        colours = colours(image.getColorModel());
        highest = (1L << raster.getSampleModel().getSampleSize(0)) - 1;
        samples = new int[colours == 0 ? image.getWidth() : image.getWidth() * raster.getNumBands()];
    }

    /** How many bands of an image's raster are colours: 1 of grey, 3 of red, green and blue, 0 if others are meant. */
    private static int colours(ColorModel model) {
        int type = model.getColorSpace().getType();
        if (type == ColorSpace.TYPE_GRAY && model.getNumColorComponents() == 1) {
            return 1;
        }
        return type == ColorSpace.TYPE_RGB && model instanceof ComponentColorModel ? 3 : 0;
    }

    int height() {
        return image.getHeight();
    }

    int width() {
        return image.getWidth();
    }

    /** Writes row y, [width][channels]. */
    void read(int y, float[] row) {
        if (colours == 0) {
            image.getRGB(0, y, width(), 1, samples, 0, width());
            for (int x = 0; x < width(); x++) {
                int rgb = samples[x];
                put(rgb >> 16 & HIGHEST, rgb >> 8 & HIGHEST, rgb & HIGHEST, HIGHEST, row, channels * x);
            }
            return;
        }
        raster.getPixels(0, y, width(), 1, samples);
        int bands = raster.getNumBands();
        for (int x = 0; x < width(); x++) {
            int at = bands * x;
            if (colours == 3) {
                put(samples[at], samples[at + 1], samples[at + 2], highest, row, channels * x);
                continue;
            }
            // Java would interpret grey values as linear light and brighten them.
            for (int c = 0; c < channels; c++) {
                row[channels * x + c] = samples[at] / highest;
            }
        }
    }

    private void put(int red, int green, int blue, float highest, float[] row, int at) {
        float r = red / highest;
        float g = green / highest;
        float b = blue / highest;
        if (channels == 1) {
            row[at] = 0.299f * r + 0.587f * g + 0.114f * b;
        } else {
            row[at] = r;
            row[at + 1] = g;
            row[at + 2] = b;
        }
    }
}
