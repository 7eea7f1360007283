package dev.longhand.data;

import dev.longhand.model.Lengths;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Copies the samples of a source into memory, which grows with the samples read. */
final class SampleCopy {

    private static final int BLOCK = 256;

    private final SampleSource source;
    private final SampleBuffer block;
    private float[] inputs;
    private float[] targets;
    private float @Nullable [] weights;
    private int @Nullable [] lengths;
    private boolean isPaddedLeft;
    private boolean isPaddedRight;
    private int count;

    private SampleCopy(SampleSource source) {
        this.source = source;
        int in = source.inputShape().size();
        int out = source.targetSize();
        boolean isKnown = source.size() != SampleSource.UNKNOWN;
        int rows = isKnown ? (int) Math.min(Integer.MAX_VALUE, source.size()) : BLOCK;
        inputs = new float[Rows.size("inputs", rows, in)];
        targets = new float[Rows.size("targets", rows, out)];
        block = new SampleBuffer(Math.max(1, Math.min(BLOCK, rows)), in, out);
    }

    static Samples of(SampleSource source) throws IOException {
        return new SampleCopy(source).copy();
    }

    private Samples copy() throws IOException {
        int in = block.inputSize();
        int out = block.targetSize();
        try (SampleReader reader = source.open()) {
            for (int n = reader.read(block, 0, block.rows()); n > 0; n = reader.read(block, 0, block.rows())) {
                inputs = withRoom("inputs", inputs, in, n);
                targets = withRoom("targets", targets, out, n);
                System.arraycopy(block.inputs(), 0, inputs, count * in, n * in);
                System.arraycopy(block.targets(), 0, targets, count * out, n * out);
                for (int row = 0; row < n; row++) {
                    keepImportance(row, count + row);
                }
                count += n;
                block.clear(0, n);
            }
        }
        float[] x = inputs.length == count * in ? inputs : Arrays.copyOf(inputs, count * in);
        float[] t = targets.length == count * out ? targets : Arrays.copyOf(targets, count * out);
        Samples samples = new Samples(Rows.of(x, in), source.inputShape(), Rows.of(t, out), labels(t, out));
        if (weights != null) {
            samples = samples.withWeights(Arrays.copyOf(weights, count));
        }
        if (lengths != null) {
            int[] own = Arrays.copyOf(lengths, count);
            samples = samples.withLengths(isPaddedLeft ? Lengths.paddedLeft(own) : Lengths.paddedRight(own));
        }
        return samples;
    }

    private void keepImportance(int row, int sample) {
        if (block.weight(row) != block.weightInLoss(row)) {
            throw new IllegalArgumentException("sample " + sample + " has a weight in the loss alone, which a data set"
                    + " has by class only: copy the samples without it, and use withClassWeights");
        }
        if (weights != null || block.weight(row) != 1) {
            weights = withRoom(weights, sample, 1);
            weights[sample] = block.weight(row);
        }
        int end = block.endStep(row);
        if (lengths != null || end > 0) {
            int time = source.inputShape().dimension(0);
            int first = block.firstStep(row);
            isPaddedLeft |= first > 0;
            isPaddedRight |= end > 0 && end < time;
            if (isPaddedLeft && isPaddedRight) {
                throw new IllegalArgumentException("the steps of sample " + sample + " are " + first + " to "
                        + (end - 1) + ": in a data set all sequences are padded on the same side");
            }
            lengths = withRoom(lengths, sample, time);
            lengths[sample] = end == 0 ? time : end - first;
        }
    }

    /** The array, or a larger one, with room for a sample; those before it that had none have this weight. */
    private static float[] withRoom(float @Nullable [] values, int sample, float before) {
        int known = values == null ? 0 : values.length;
        if (values != null && sample < known) {
            return values;
        }
        float[] more = values == null ? new float[2 * sample + BLOCK] : Arrays.copyOf(values, 2 * sample + BLOCK);
        Arrays.fill(more, known, more.length, before);
        return more;
    }

    private static int[] withRoom(int @Nullable [] values, int sample, int before) {
        int known = values == null ? 0 : values.length;
        if (values != null && sample < known) {
            return values;
        }
        int[] more = values == null ? new int[2 * sample + BLOCK] : Arrays.copyOf(values, 2 * sample + BLOCK);
        Arrays.fill(more, known, more.length, before);
        return more;
    }

    /** The array, or a larger one with room for n more samples. */
    private float[] withRoom(String what, float[] values, int width, int n) {
        int needed = Rows.size(what, count + n, width);
        if (needed <= values.length) {
            return values;
        }
        return Arrays.copyOf(values, (int) Math.max(needed, Math.min(2L * values.length, Integer.MAX_VALUE - 8)));
    }

    private @Nullable Labels labels(float[] t, int out) {
        if (source.classes() == 0) {
            return null;
        }
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = Labels.of(t, i * out, out);
        }
        return new Labels(labels, source.classes());
    }
}
