package dev.longhand.data;

import dev.longhand.Loss;
import dev.longhand.model.ModelInfo;
import java.util.function.IntToLongFunction;

/** The targets that a loss of probabilities takes: numbers from 0 to 1. */
public final class TargetRange {

    private TargetRange() {}

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
        int bad = firstBad(model, t, t.length);
        if (bad >= 0) {
            throw refusal(model, t, bad, first + bad / model.output().size());
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
        int m = model.output().size();
        int bad = firstBad(model, t, n * m);
        if (bad >= 0) {
            throw refusal(model, t, bad, sample.applyAsLong(bad / m));
        }
    }

    private static int firstBad(ModelInfo model, float[] t, int count) {
        if (isLimited(model.loss())) {
            for (int i = 0; i < count; i++) {
                if (!(t[i] >= 0 && t[i] <= 1)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static IllegalArgumentException refusal(ModelInfo model, float[] t, int bad, long sample) {
        return new IllegalArgumentException("target " + bad % model.output().size() + " of sample " + sample + " is "
                + t[bad] + ", but the loss of " + model.name() + ", " + model.loss()
                + ", takes targets from 0 to 1: " + remedy(t[bad]));
    }

    private static String remedy(float target) {
        if (Float.isNaN(target)) {
            return "remove the sample";
        }
        return target == -1 ? "write 0 for −1" : "for other numbers use MEAN_SQUARED_ERROR";
    }
}
