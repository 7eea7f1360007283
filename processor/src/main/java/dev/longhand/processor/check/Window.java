package dev.longhand.processor.check;

import dev.longhand.Settings;
import dev.longhand.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What slides over an image, or over a sequence, which is an image of one column: a kernel, or a pool.
 *
 * @param vertical how it covers the rows, or the steps of a sequence
 * @param horizontal how it covers the columns
 * @param isOneDimensional whether it slides over a sequence
 */
public record Window(Axis vertical, Axis horizontal, boolean isOneDimensional) {

    /** A window of images. */
    public Window(Axis vertical, Axis horizontal) {
        this(vertical, horizontal, false);
    }

    /** A window of sequences. */
    public static Window of(Axis time) {
        return new Window(time, new Axis(1, 1, 1, 0, 0), true);
    }

    /**
     * How a window covers one dimension: output k reads the positions k·stride − before + i·dilation, for i from 0 to
     * size − 1.
     *
     * @param before the zeros that are added before the first position
     * @param after the zeros that are added after the last
     */
    public record Axis(int size, int stride, int dilation, int before, int after) {

        /** SAME as in Keras: ⌈positions / stride⌉ outputs; if the number of zeros is odd, the extra one is added after the last position. */
        static Axis same(int positions, int size, int stride, int dilation) {
            int outputs = (positions - 1) / stride + 1;
            long covered = (long) (outputs - 1) * stride + (long) dilation * (size - 1) + 1;
            int zeros = (int) Math.min(ArrayLimit.LENGTH, Math.max(0, covered - positions));
            return new Axis(size, stride, dilation, zeros / 2, zeros - zeros / 2);
        }

        /** The number of outputs for an input of this size, at least 1 if the window fits. */
        int outputs(int positions) {
            return Math.floorDiv(positions + before + after - dilation * (size - 1) - 1, stride) + 1;
        }

        private boolean isSideBySide() {
            return stride == size && dilation == 1;
        }
    }

    /** A window that covers a whole image. */
    public static Window whole(Shape image) {
        return new Window(
                new Axis(image.dimensions().get(0), 1, 1, 0, 0),
                new Axis(image.dimensions().get(1), 1, 1, 0, 0));
    }

    /** Its rows. */
    public int height() {
        return vertical.size();
    }

    /** Its columns. */
    public int width() {
        return horizontal.size();
    }

    /** The number of its positions. */
    public int size() {
        return Math.multiplyExact(height(), width());
    }

    /** Whether zeros are added around the image. */
    public boolean isPadded() {
        return vertical.before() + vertical.after() + horizontal.before() + horizontal.after() > 0;
    }

    /** Whether its positions cover each pixel of the image at most once, without gaps. */
    public boolean isSideBySide() {
        return vertical.isSideBySide() && horizontal.isSideBySide();
    }

    /** The rows of output for an image of this shape. */
    public int outputHeight(Shape image) {
        return vertical.outputs(image.dimensions().get(0));
    }

    /** The columns of output for an image of this shape. */
    public int outputWidth(Shape image) {
        return horizontal.outputs(image.dimensions().get(1));
    }

    /** The image that it slides over: a sequence is one of a single column. */
    public Shape image(Shape input) {
        return isOneDimensional ? Shape.of(input.dimensions().get(0), 1, input.last()) : input;
    }

    /** The shape of the output for an input of this shape. */
    public Shape output(Shape input, int channels) {
        Shape image = image(input);
        return isOneDimensional
                ? Shape.of(outputHeight(image), channels)
                : Shape.of(outputHeight(image), outputWidth(image), channels);
    }

    /**
     * The settings of a layer that it belongs to.
     *
     * @param size what the layer's annotation calls its size: {@code kernel}, or {@code size}
     */
    public Settings settings(String size) {
        if (isOneDimensional) {
            return Settings.NONE
                    .withIntegers(size, height())
                    .withIntegers("stride", vertical.stride())
                    .withIntegers("padding", vertical.before(), vertical.after())
                    .withIntegers("dilation", vertical.dilation());
        }
        return Settings.NONE
                .withIntegers(size, height(), width())
                .withIntegers("stride", vertical.stride(), horizontal.stride())
                .withIntegers("padding", vertical.before(), horizontal.before(), vertical.after(), horizontal.after())
                .withIntegers("dilation", vertical.dilation(), horizontal.dilation());
    }

    /** {@code 3×3}, or {@code 3 steps}; with its dilation, {@code 3×3, dilation 2}, if that isn't 1. */
    public String extent() {
        String size = isOneDimensional ? height() + (height() == 1 ? " step" : " steps") : height() + "×" + width();
        boolean isDilated = vertical.dilation() > 1 || horizontal.dilation() > 1;
        return isDilated ? size + ", dilation " + numbers(vertical.dilation(), horizontal.dilation()) : size;
    }

    /** What each of its positions reads: {@code pixel}, or {@code step}. */
    public String position() {
        return isOneDimensional ? "step" : "pixel";
    }

    /** The dimensions of what it slides over, channels aside: {@code height, width}, or {@code steps, a single column}. */
    public String dimensions() {
        return isOneDimensional ? "steps, a single column" : "height, width";
    }

    /** What it slides over: {@code image}, or {@code sequence}. */
    public String domain() {
        return isOneDimensional ? "sequence" : "image";
    }

    /** In full: {@code 3×3, dilation 2, stride 2, padding 1}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>(List.of(extent()));
        if (vertical.stride() > 1 || horizontal.stride() > 1) {
            words.add("stride " + numbers(vertical.stride(), horizontal.stride()));
        }
        if (isPadded()) {
            words.add("padding " + padding());
        }
        return String.join(", ", words);
    }

    private String padding() {
        if (isOneDimensional) {
            return vertical.before() == vertical.after()
                    ? String.valueOf(vertical.before())
                    : vertical.before() + ", " + vertical.after();
        }
        boolean isEven = vertical.before() == vertical.after() && horizontal.before() == horizontal.after();
        return isEven
                ? numbers(vertical.before(), horizontal.before())
                : vertical.before() + ", " + horizontal.before() + ", " + vertical.after() + ", " + horizontal.after();
    }

    private String numbers(int y, int x) {
        return y == x || isOneDimensional ? String.valueOf(y) : y + "×" + x;
    }
}
