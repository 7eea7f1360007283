package dev.longhand.data;

import dev.longhand.Loss;
import dev.longhand.model.ModelInfo;
import java.util.function.IntToLongFunction;

/** The targets that a loss of probabilities takes: numbers from 0 to 1. */
public final class TargetRange {

    private TargetRange() {}

    /** See {@link Dataset#requireFits}. */
    static void require(ModelInfo model, Dataset data) {
        if (isLimited(model.loss())) {
            float[] t = new float[data.targetSize()];
            for (int sample = 0; sample < data.size(); sample++) {
                data.copyTargets(sample, 1, t);
                require(model, t, sample);
            }
        }
    }

    /** Whether the loss takes targets from 0 to 1 only. */
    static boolean isLimited(Loss loss) {
        return switch (loss) {
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY, LOG_LIKELIHOOD -> true;
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> false;
        };
    }

    /**
     * Checks that the network's loss takes these targets.
     *
     * @param t [n][output]
     * @param first the number of the first sample, for the message
     * @throws IllegalArgumentException if it doesn't
     */
    public static void require(ModelInfo model, float[] t, int first) {
        int m = model.output().size();
        int found = outside(model, t, t.length / m);
        if (found >= 0) {
            throw refused(model, t, found, (long) first + found / m);
        }
    }

    /**
     * Checks that the network's loss takes the targets of n samples.
     *
     * @param t [n][output], or longer
     * @param sample the number of the sample in a row, for the message
     * @throws IllegalArgumentException if it doesn't
     */
    public static void require(ModelInfo model, float[] t, int n, IntToLongFunction sample) {
        int found = outside(model, t, n);
        if (found >= 0) {
            throw refused(
                    model, t, found, sample.applyAsLong(found / model.output().size()));
        }
    }

    /** The index of the first of n targets that the loss doesn't take; −1 if it takes all. */
    private static int outside(ModelInfo model, float[] t, int n) {
        int count = isLimited(model.loss()) ? n * model.output().size() : 0;
        for (int i = 0; i < count; i++) {
            if (!(t[i] >= 0 && t[i] <= 1)) {
                return i;
            }
        }
        return -1;
    }

    private static IllegalArgumentException refused(ModelInfo model, float[] t, int i, long sample) {
        return new IllegalArgumentException("target " + i % model.output().size() + " of sample " + sample + " is "
                + t[i] + ", but the loss of " + model.name() + ", " + model.loss()
                + ", takes targets from 0 to 1: " + remedy(t[i]));
    }

    private static String remedy(float target) {
        if (Float.isNaN(target)) {
            return "remove the sample";
        }
        return target == -1 ? "write 0 for −1" : "for other numbers use MEAN_SQUARED_ERROR";
    }
}
