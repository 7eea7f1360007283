package dev.longhand.data;

import dev.longhand.Shape;
import java.awt.image.BufferedImage;

/**
 * An image as numbers.
 *
 * @param shape height × width × channels
 * @param values [height][width][channels], each from 0 to 1
 */
record Pixels(Shape shape, float[] values) {

    /** All pixels of an image in colour or grey. */
    static Pixels of(BufferedImage image, int channels) {
        return of(image, channels, image.getHeight(), image.getWidth());
    }

    /** An image in another size, made row by row: only one row of the file's pixels is ever a row of numbers. */
    static Pixels of(BufferedImage image, int channels, int height, int width) {
        PixelRows rows = new PixelRows(image, channels);
        Shape shape = Shape.of(height, width, channels);
        float[] values = new float[shape.size()];
        ResizedAxis down = ResizedAxis.of(rows.height(), height);
        ResizedAxis across = ResizedAxis.of(rows.width(), width);
        float[] row = new float[rows.width() * channels];
        float[] narrow = new float[width * channels];
        int begin = 0;
        for (int y = 0; y < rows.height(); y++) {
            rows.read(y, row);
            across.resize(row, narrow, channels);
            while (begin < height && down.last(begin) < y) {
                begin++;
            }
            for (int i = begin; i < height && down.first(i) <= y; i++) {
                float weight = down.weight(i, y);
                int at = i * narrow.length;
                for (int j = 0; j < narrow.length; j++) {
                    values[at + j] += weight * narrow[j];
                }
            }
        }
        down.divide(values, narrow.length);
        return new Pixels(shape, values);
    }
}
