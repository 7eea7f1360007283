package dev.longhand.processor.interpreter;

import java.util.ArrayList;
import java.util.List;

/**
 * A kernel or a pool that slides over an image.
 *
 * @param size rows and columns
 * @param stride rows and columns a step
 * @param dilation how far its own rows and columns are apart
 * @param padding top, left, bottom and right; empty for SAME
 */
record ImageWindow(List<Integer> size, List<Integer> stride, List<Integer> dilation, List<Integer> padding) {

    /** A position of the window on a pixel of the image: {@code position} counts row by row. */
    record Pixel(int position, int index) {}

    private int before(List<Integer> image, int axis) {
        if (!padding.isEmpty()) {
            return padding.get(axis);
        }
        int covered = (output(image, axis) - 1) * stride.get(axis) + dilation.get(axis) * (size.get(axis) - 1) + 1;
        return Math.max(0, covered - image.get(axis)) / 2;
    }

    private int output(List<Integer> image, int axis) {
        if (padding.isEmpty()) {
            return (int) Math.ceil(image.get(axis) / (double) stride.get(axis));
        }
        int room = image.get(axis) + padding.get(axis) + padding.get(axis + 2);
        return (room - dilation.get(axis) * (size.get(axis) - 1) - 1) / stride.get(axis) + 1;
    }

    /** Rows and columns that come out. */
    List<Integer> output(List<Integer> image) {
        return List.of(output(image, 0), output(image, 1));
    }

    /** The pixels, counted row by row, that output pixel {@code out} reads. */
    List<Pixel> pixels(List<Integer> image, int out) {
        List<Pixel> pixels = new ArrayList<>();
        int columns = output(image, 1);
        for (int position = 0; position < size.get(0) * size.get(1); position++) {
            int row = out / columns * stride.get(0) + position / size.get(1) * dilation.get(0) - before(image, 0);
            int column = out % columns * stride.get(1) + position % size.get(1) * dilation.get(1) - before(image, 1);
            if (row >= 0 && row < image.get(0) && column >= 0 && column < image.get(1)) {
                pixels.add(new Pixel(position, row * image.get(1) + column));
            }
        }
        return pixels;
    }

    /** The number of positions. */
    int positions() {
        return size.get(0) * size.get(1);
    }

    /** The attributes that say so. */
    void attributes(Attributes attributes, String sizeName, boolean isPool) {
        attributes.add(sizeName, list(size));
        if (isPool ? !stride.equals(size) : !stride.equals(List.of(1, 1))) {
            attributes.add("stride", list(stride));
        }
        if (!dilation.equals(List.of(1, 1))) {
            attributes.add("dilation", list(dilation));
        }
        if (padding.isEmpty()) {
            attributes.add("padding", "Padding.SAME");
        } else if (!padding.equals(List.of(0, 0, 0, 0))) {
            attributes.add("explicitPadding", list(padding));
        }
    }

    private static String list(List<Integer> numbers) {
        boolean same = numbers.stream().distinct().count() == 1;
        String text = numbers.toString();
        return same ? String.valueOf(numbers.get(0)) : "{" + text.substring(1, text.length() - 1) + "}";
    }
}
