package dev.longhand.data;

import dev.longhand.model.BatchWeights;
import dev.longhand.model.Lengths;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Workspace;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How much each sample counts, and which of its steps do.
 *
 * @param weights [samples], in metrics and in the loss; null if all are 1
 * @param classWeights [classes], a factor in the loss; null if all are 1
 * @param lengths the steps that count, or null if all do
 */
record Importance(
        float @Nullable [] weights,
        float @Nullable [] classWeights,
        @Nullable Lengths lengths) {

    /** All samples count alike. */
    static final Importance EQUAL = new Importance(null, null, null);

    Importance withWeights(float[] weights, int samples) {
        requireWeights("weights", weights, "samples", samples);
        return new Importance(weights.clone(), classWeights, lengths);
    }

    Importance withClassWeights(float[] weights, int classes) {
        requireWeights("class weights", weights, "classes", classes);
        return new Importance(this.weights, weights, lengths);
    }

    Importance withoutClassWeights() {
        return new Importance(weights, null, lengths);
    }

    Importance withLengths(Lengths lengths, int samples) {
        if (lengths.count() != samples) {
            throw new IllegalArgumentException(
                    lengths.count() + " lengths were given for " + samples + " samples: each needs one");
        }
        return new Importance(weights, classWeights, lengths);
    }

    static void requireWeights(String what, float[] weights, String counted, int count) {
        if (weights.length != count) {
            throw new IllegalArgumentException(
                    weights.length + " " + what + " were given for " + count + " " + counted + ": each needs one");
        }
        boolean areAllZero = true;
        for (int i = 0; i < count; i++) {
            if (!(weights[i] >= 0 && weights[i] <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException("number " + i + " of the " + what + " is " + weights[i]
                        + ": a weight is 0 or more, and finite");
            }
            areAllZero &= weights[i] == 0;
        }
        if (areAllZero) {
            throw new IllegalArgumentException(
                    "all " + what + " are 0, so nothing would count: give at least one more");
        }
    }

    /** The same for these rows of the samples. */
    Importance of(int[] rows) {
        float[] chosen = null;
        if (weights != null) {
            chosen = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                chosen[i] = weights[rows[i]];
            }
        }
        return new Importance(chosen, classWeights, lengths == null ? null : lengths.subset(rows));
    }

    /** The weight of a row of the samples. */
    float weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    void requireFits(ModelInfo model) {
        if (lengths != null) {
            lengths.requireFit(model);
        }
    }

    /** Whether all samples count alike, with all of their steps. */
    boolean isEqual() {
        return weights == null && classWeights == null && lengths == null;
    }

    /** The end of a description of samples: {@code , with weights}. */
    @Override
    public String toString() {
        return (weights == null ? "" : ", with weights")
                + (classWeights == null ? "" : ", with class weights " + Arrays.toString(classWeights))
                + (lengths == null ? "" : ", of different lengths");
    }

    /** Says of all rows of a workspace that they count alike. */
    void begin(Workspace ws) {
        ws.weights().clear();
        ws.steps().clear();
    }

    /** Says how much row {@code at} of a workspace counts, which holds row {@code row} of the samples. */
    void apply(Workspace ws, int at, int row, @Nullable Labels labels) {
        if (lengths != null) {
            lengths.mask(ws, at, row);
        }
        if (weights != null || classWeights != null) {
            BatchWeights all = ws.weights();
            all.set(at, weight(row), weightInLoss(row, labels));
        }
    }

    private float weightInLoss(int row, @Nullable Labels labels) {
        return weight(row) * (classWeights == null || labels == null ? 1 : classWeights[labels.values()[row]]);
    }

    /** The same for row {@code at} of a buffer, whose inputs have so many steps. */
    void apply(SampleBuffer buffer, int time, int at, int row, @Nullable Labels labels) {
        if (lengths != null) {
            int first = lengths.firstStep(row, time);
            buffer.setSteps(at, first, first + lengths.of(row));
        }
        if (weights != null || classWeights != null) {
            buffer.setWeight(at, weight(row), weightInLoss(row, labels));
        }
    }

    /**
     * Weights that make all classes count alike: samples / (classes·samples of the class), of the classes that occur;
     * the others get 0.
     *
     * @param counts the samples of each class
     * @param samples all of them
     */
    static float[] balanced(int[] counts, int samples) {
        long occurring = Arrays.stream(counts).filter(count -> count > 0).count();
        float[] weights = new float[counts.length];
        for (int c = 0; c < counts.length; c++) {
            weights[c] = counts[c] == 0 ? 0 : (float) ((double) samples / ((double) occurring * counts[c]));
        }
        return weights;
    }
}
