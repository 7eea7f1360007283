package dev.longhand.processor.check;

import java.util.ArrayList;
import java.util.List;

/**
 * What slides over an image: a kernel, or a pool.
 *
 * <p>Output row y reads rows {@code y·strideY − top + i·dilationY} of the image, for i from 0 to before height;
 * columns alike.
 */
public record Window(
        int height,
        int width,
        int strideY,
        int strideX,
        int dilationY,
        int dilationX,
        int top,
        int left,
        int bottom,
        int right) {

    /** A window that covers a whole image. */
    public static Window whole(Shape image) {
        int height = image.dimensions().get(0);
        int width = image.dimensions().get(1);
        return new Window(height, width, 1, 1, 1, 1, 0, 0, 0, 0);
    }

    /** The number of its positions. */
    public int size() {
        return Math.multiplyExact(height, width);
    }

    /** Whether there is anything around the image. */
    public boolean isPadded() {
        return top + left + bottom + right > 0;
    }

    /** Whether its positions cover each pixel of the image at most once. */
    public boolean liesSideBySide() {
        return strideY == height && strideX == width && dilationY == 1 && dilationX == 1;
    }

    /** The rows of output for an image of this shape. */
    public int outputHeight(Shape image) {
        return outputs(image.dimensions().get(0) + top + bottom, height, strideY, dilationY);
    }

    /** The columns of output for an image of this shape. */
    public int outputWidth(Shape image) {
        return outputs(image.dimensions().get(1) + left + right, width, strideX, dilationX);
    }

    /** At least 1 where the window fits. */
    public static int outputs(int size, int window, int stride, int dilation) {
        return Math.floorDiv(size - dilation * (window - 1) - 1, stride) + 1;
    }

    /** {@code 3×3}. */
    public String pixels() {
        return height + "×" + width;
    }

    /** In full: {@code 3×3, stride 2, padding 1}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>(List.of(pixels()));
        if (strideY > 1 || strideX > 1) {
            words.add("stride " + pair(strideY, strideX));
        }
        if (dilationY > 1 || dilationX > 1) {
            words.add("dilation " + pair(dilationY, dilationX));
        }
        if (isPadded()) {
            boolean isEven = top == bottom && left == right;
            words.add("padding " + (isEven ? pair(top, left) : top + ", " + left + ", " + bottom + ", " + right));
        }
        return String.join(", ", words);
    }

    private static String pair(int y, int x) {
        return y == x ? String.valueOf(y) : y + "×" + x;
    }
}
