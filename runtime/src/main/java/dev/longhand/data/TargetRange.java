package dev.longhand.data;

import dev.longhand.Loss;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.OutputInfo;
import java.util.List;
import java.util.function.IntToLongFunction;

/** The targets that a loss of probabilities takes: numbers from 0 to 1. */
public final class TargetRange {

    private TargetRange() {}

    /** See {@link Dataset#requireFits}. */
    static void require(ModelInfo model, Dataset data) {
        if (model.outputs().stream().anyMatch(output -> isLimited(output.loss()))) {
            float[] t = new float[data.targetSize()];
            for (int sample = 0; sample < data.size(); sample++) {
                data.copyTargets(sample, 1, t);
                require(model, t, sample);
            }
        }
    }

    /** Whether the loss takes targets from 0 to 1 only. */
    private static boolean isLimited(Loss loss) {
        return switch (loss) {
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY, LOG_LIKELIHOOD -> true;
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> false;
        };
    }

    /**
     * Checks that the network's losses take these targets.
     *
     * @param t [n][output]
     * @param first the number of the first sample, for the message
     * @throws IllegalArgumentException if they don't
     */
    public static void require(ModelInfo model, float[] t, int first) {
        int m = model.outputSize();
        int found = outside(model, t, t.length / m);
        if (found >= 0) {
            throw refused(model, t, found, (long) first + found / m);
        }
    }

    /**
     * Checks that the network's losses take the targets of n samples.
     *
     * @param t [n][output], or longer
     * @param sample the number of the sample in a row, for the message
     * @throws IllegalArgumentException if they don't
     */
    public static void require(ModelInfo model, float[] t, int n, IntToLongFunction sample) {
        int found = outside(model, t, n);
        if (found >= 0) {
            throw refused(model, t, found, sample.applyAsLong(found / model.outputSize()));
        }
    }

    /** The index of the first of n samples' targets that a loss doesn't take; −1 if the losses take all. */
    private static int outside(ModelInfo model, float[] t, int n) {
        int m = model.outputSize();
        List<OutputInfo> outputs = model.outputs();
        for (int k = 0; k < outputs.size(); k++) {
            OutputInfo output = outputs.get(k);
            int from = output.offset();
            int to = isLimited(output.loss()) ? from + output.size() : from;
            for (int s = 0; from < to && s < n; s++) {
                for (int i = s * m + from; i < s * m + to; i++) {
                    if (!(t[i] >= 0 && t[i] <= 1)) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }

    private static IllegalArgumentException refused(ModelInfo model, float[] t, int i, long sample) {
        int column = i % model.outputSize();
        OutputInfo output = model.outputs().stream()
                .filter(candidate -> column < candidate.offset() + candidate.size())
                .findFirst()
                .orElseThrow();
        return new IllegalArgumentException("target " + column + " of sample " + sample + " is " + t[i]
                + ", but the loss of " + (model.joinsOutputs() ? "its output \"" + output.name() + "\"" : model.name())
                + ", " + output.loss() + ", takes targets from 0 to 1: " + remedy(t[i]));
    }

    private static String remedy(float target) {
        if (Float.isNaN(target)) {
            return "remove the sample";
        }
        return target == -1 ? "write 0 for −1" : "for other numbers use MEAN_SQUARED_ERROR";
    }
}
