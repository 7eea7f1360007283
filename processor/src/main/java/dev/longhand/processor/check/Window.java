package dev.longhand.processor.check;

import dev.longhand.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What slides over an image: a kernel, or a pool.
 *
 * @param vertical how it covers the rows
 * @param horizontal how it covers the columns
 */
public record Window(Axis vertical, Axis horizontal) {

    /**
     * How a window covers one dimension: output k reads the positions k·stride − before + i·dilation, for i from 0 to
     * size − 1.
     *
     * @param before the zeros that are added before the first position
     * @param after the zeros that are added after the last
     */
    public record Axis(int size, int stride, int dilation, int before, int after) {

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

    /** {@code 3×3}. */
    public String pixels() {
        return height() + "×" + width();
    }

    /** In full: {@code 3×3, stride 2, padding 1}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>(List.of(pixels()));
        if (vertical.stride() > 1 || horizontal.stride() > 1) {
            words.add("stride " + pair(vertical.stride(), horizontal.stride()));
        }
        if (vertical.dilation() > 1 || horizontal.dilation() > 1) {
            words.add("dilation " + pair(vertical.dilation(), horizontal.dilation()));
        }
        if (isPadded()) {
            words.add("padding " + padding());
        }
        return String.join(", ", words);
    }

    private String padding() {
        boolean isEven = vertical.before() == vertical.after() && horizontal.before() == horizontal.after();
        return isEven
                ? pair(vertical.before(), horizontal.before())
                : vertical.before() + ", " + horizontal.before() + ", " + vertical.after() + ", " + horizontal.after();
    }

    private static String pair(int y, int x) {
        return y == x ? String.valueOf(y) : y + "×" + x;
    }
}
