package dev.longhand.training.batch;

import dev.longhand.data.SampleSource;
import dev.longhand.data.TargetRange;
import dev.longhand.model.ModelInfo;
import dev.longhand.training.guard.Divergence;
import dev.longhand.training.guard.NotFiniteException;

/** Checks the numbers of samples that were read. */
final class SampleCheck {

    /** The exponent bits of a float, all of which are 1 if it's infinite or NaN. */
    private static final int EXPONENT = 0x7F800000;

    private SampleCheck() {}

    /**
     * Checks a batch.
     *
     * @throws NotFiniteException if an input or a target isn't finite
     * @throws IllegalArgumentException if the network's loss doesn't take a target
     */
    static void require(ModelInfo info, SampleSource source, LoadedBatch batch) throws NotFiniteException {
        batch.buffer.mask(info, batch.n, batch.sampleOfRow);
        float[] x = batch.buffer.inputs();
        int in = batch.buffer.inputSize();
        if (!areFinite(x, batch.n * in)) {
            int bad = firstNotFinite(x);
            throw notFinite("input", source.inputName(bad % in), batch.samples[bad / in], x[bad]);
        }
        float[] t = batch.buffer.targets();
        int out = batch.buffer.targetSize();
        if (!areFinite(t, batch.n * out)) {
            int bad = firstNotFinite(t);
            throw notFinite("targets", "target " + bad % out, batch.samples[bad / out], t[bad]);
        }
        TargetRange.require(info, t, batch.n, batch.sampleOfRow);
    }

    private static NotFiniteException notFinite(String layer, String name, long sample, float value) {
        return new NotFiniteException(
                new Divergence(layer, "%s of sample %s of the source is %s".formatted(name, sample, value), true));
    }

    /** Whether all numbers are finite, found without a branch for each, so that the loop is vectorized. */
    private static boolean areFinite(float[] values, int count) {
        int largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, Float.floatToRawIntBits(values[i]) & EXPONENT);
        }
        return largest != EXPONENT;
    }

    private static int firstNotFinite(float[] values) {
        int i = 0;
        while (Float.isFinite(values[i])) {
            i++;
        }
        return i;
    }
}
