package dev.longhand.benchmarks.work;

import dev.longhand.Loss;
import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.random.CountedRandom;

/** Kinds of random samples. */
public enum Samples {
    /** Inputs uniform on [−1, 1). */
    NUMBERS,

    /** Uniform on [−1, 1), but four of five are 0. */
    SPARSE,

    /** Whole numbers from 0 to 19. */
    LETTERS;

    private static final int ALPHABET = 20;

    /** Samples for this model with targets that suit its loss: one of several classes, one of two, or numbers. */
    public Dataset draw(Model model, int count, long seed) {
        float[] x = new float[count * model.info().input().size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = input(seed, i);
        }
        int outputs = model.info().output().size();
        float[] t = new float[count * outputs];
        long key = CountedRandom.key(seed, 1, 0);
        Loss loss = model.info().loss();
        if (loss == Loss.CROSS_ENTROPY || loss == Loss.LOG_LIKELIHOOD) {
            int rank = model.info().output().rank();
            int classes = model.info().output().dimension(rank - 1);
            for (int first = 0; first < t.length; first += classes) {
                t[first + CountedRandom.below(classes, key, first)] = 1;
            }
        } else {
            for (int i = 0; i < t.length; i++) {
                float value = 2 * CountedRandom.uniform(key, i) - 1;
                t[i] = loss != Loss.BINARY_CROSS_ENTROPY ? value : value < 0 ? 0 : 1;
            }
        }
        return Dataset.of(x, model.info().input(), t, outputs);
    }

    private float input(long seed, int i) {
        float value = 2 * CountedRandom.uniform(seed, i) - 1;
        return switch (this) {
            case NUMBERS -> value;
            case SPARSE -> CountedRandom.below(5, CountedRandom.key(seed, 2, 0), i) == 0 ? value : 0;
            case LETTERS -> CountedRandom.below(ALPHABET, seed, i);
        };
    }
}
