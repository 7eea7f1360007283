package dev.longhand.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What slides over an image, or over a sequence: a kernel, or a pool. Each list has two numbers for rows and columns, or one
 * for the steps of a sequence.
 *
 * @param size of the kernel or the pool
 * @param stride by how much it moves
 * @param dilation the distance between neighbours of the kernel; 1 of a pool
 * @param padding what surrounds the input
 */
public record WindowSetting(List<Integer> size, List<Integer> stride, List<Integer> dilation, PaddingSetting padding) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is less than 1, or their numbers don't agree
     */
    public WindowSetting {
        size = List.copyOf(size);
        stride = List.copyOf(stride);
        dilation = List.copyOf(dilation);
        int dimensions = size.size();
        if (dimensions < 1
                || dimensions > 2
                || stride.size() != dimensions
                || dilation.size() != dimensions
                || padding.sides().size() != 2 * dimensions) {
            throw new IllegalArgumentException("a window has one dimension or two, in all of size " + size + ", stride "
                    + stride + ", dilation " + dilation + " and padding " + padding.sides());
        }
        for (List<Integer> numbers : List.of(size, stride, dilation)) {
            if (numbers.stream().anyMatch(number -> number < 1)) {
                throw new IllegalArgumentException("numbers of a window must be at least 1, not " + numbers);
            }
        }
    }

    /** A window of this size that moves by 1, without padding. */
    public static WindowSetting of(Integer... size) {
        List<Integer> ones = Collections.nCopies(size.length, 1);
        return new WindowSetting(List.of(size), ones, ones, PaddingSetting.none(size.length));
    }

    /** 1 if it slides over sequences, 2 if over images. */
    public int dimensions() {
        return size.size();
    }

    /**
     * The same window, with {@code SAME} where its padding is what {@code SAME} gives.
     *
     * @param input the positions of the input: rows and columns, or steps
     */
    public WindowSetting simplified(List<Integer> input) {
        if (padding.isSame() || padding.isNone()) {
            return this;
        }
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int k = 0; k < dimensions(); k++) {
            int zeros = sameZeros(k, input.get(k));
            before.add(zeros / 2);
            after.add(zeros - zeros / 2);
        }
        before.addAll(after);
        return before.equals(padding.sides())
                ? new WindowSetting(size, stride, dilation, PaddingSetting.same(dimensions()))
                : this;
    }

    private int sameZeros(int k, int positions) {
        long outputs = (positions - 1) / stride.get(k) + 1;
        long covered = (outputs - 1) * stride.get(k) + (long) dilation.get(k) * (size.get(k) - 1) + 1;
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, covered - positions));
    }

    /**
     * The number of outputs along one dimension, less than 1 if the window doesn't fit.
     *
     * @param k the dimension, 0 or 1
     * @param positions the size of the input along it
     */
    public int outputs(int k, int positions) {
        if (padding.isSame()) {
            return (positions - 1) / stride.get(k) + 1;
        }
        long padded =
                (long) positions + padding.sides().get(k) + padding.sides().get(k + dimensions());
        long room = padded - (long) dilation.get(k) * (size.get(k) - 1) - 1;
        return (int) (Math.floorDiv(room, (long) stride.get(k)) + 1);
    }
}
