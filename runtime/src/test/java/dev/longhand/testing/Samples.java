package dev.longhand.testing;

import dev.longhand.data.Dataset;
import dev.longhand.data.Sample;
import dev.longhand.data.SampleSource;
import dev.longhand.random.CountedRandom;
import java.util.ArrayList;
import java.util.List;

/** Small data sets. */
public final class Samples {

    private Samples() {}

    /** The four samples of exclusive or, targets 0 and 1. */
    public static Dataset xor() {
        return Dataset.ofBinaryLabels(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});
    }

    /** Points around one centre for each class, which are easy to classify. */
    public static Dataset clouds(int n, int in, int classes, long seed) {
        float[][] x = new float[n][in];
        int[] labels = new int[n];
        long key = CountedRandom.key(seed, 1, 1);
        for (int i = 0; i < n; i++) {
            labels[i] = i % classes;
            for (int j = 0; j < in; j++) {
                double centre = CountedRandom.normal(CountedRandom.key(99, labels[i], j), 0);
                x[i][j] = (float) (centre + 0.3 * CountedRandom.normal(key, (long) i * in + j));
            }
        }
        return Dataset.ofLabels(x, labels, classes);
    }

    /** t = 2·x₀ − x₁ + 0.5. */
    public static Dataset line(int n, long seed) {
        float[][] x = new float[n][2];
        float[][] t = new float[n][1];
        long key = CountedRandom.key(seed, 2, 2);
        for (int i = 0; i < n; i++) {
            x[i][0] = CountedRandom.uniform(key, 2 * i);
            x[i][1] = CountedRandom.uniform(key, 2 * i + 1);
            t[i][0] = 2 * x[i][0] - x[i][1] + 0.5f;
        }
        return Dataset.of(x, t);
    }

    /** Labelled samples one after the other, of a number that isn't known before. */
    public static SampleSource sequential(Dataset data) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            samples.add(new Sample(data.input(i), data.target(i)));
        }
        return SampleSource.ofLabels(samples, data.inputShape(), data.classes());
    }
}
