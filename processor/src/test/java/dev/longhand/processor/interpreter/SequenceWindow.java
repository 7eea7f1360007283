package dev.longhand.processor.interpreter;

import java.util.ArrayList;
import java.util.List;

/**
 * A kernel or a pool that slides over a sequence.
 *
 * @param padding before and after; empty for SAME
 */
record SequenceWindow(int size, int stride, int dilation, List<Integer> padding) {

    /** A position of the window on a step of the sequence. */
    record Step(int position, int index) {}

    private int covered() {
        return dilation * (size - 1) + 1;
    }

    /** The number of steps of the output. */
    int output(int time) {
        return padding.isEmpty()
                ? (int) Math.ceil(time / (double) stride)
                : (time + padding.get(0) + padding.get(1) - covered()) / stride + 1;
    }

    /** The steps that output step {@code out} reads. */
    List<Step> steps(int time, int out) {
        int before =
                padding.isEmpty() ? Math.max(0, (output(time) - 1) * stride + covered() - time) / 2 : padding.get(0);
        List<Step> steps = new ArrayList<>();
        for (int position = 0; position < size; position++) {
            int step = out * stride + position * dilation - before;
            if (step >= 0 && step < time) {
                steps.add(new Step(position, step));
            }
        }
        return steps;
    }

    /** The attributes that say so. */
    void attributes(Attributes attributes, String sizeName, int strideByDefault) {
        attributes.add(sizeName, size);
        if (stride != strideByDefault) {
            attributes.add("stride", stride);
        }
        if (dilation > 1) {
            attributes.add("dilation", dilation);
        }
        if (padding.isEmpty()) {
            attributes.add("padding", "Padding.SAME");
        } else if (padding.get(0).equals(padding.get(1))) {
            attributes.add("explicitPadding", padding.get(0));
        } else {
            attributes.add("explicitPadding", "{" + padding.get(0) + ", " + padding.get(1) + "}");
        }
    }
}
