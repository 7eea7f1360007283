package dev.longhand.report;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import java.util.Random;

/** Small data sets for the networks of the tests. */
final class Samples {

    private Samples() {}

    /** Images with a bar that lies, stands or leans, in noise that makes some of them hard. */
    static Dataset bars(int n, long seed) {
        Random random = new Random(seed);
        float[] x = new float[n * 64];
        int[] labels = new int[n];
        for (int s = 0; s < n; s++) {
            labels[s] = s % 3;
            int at = random.nextInt(8);
            for (int i = 0; i < 8; i++) {
                int row = labels[s] == 0 ? at : i;
                int column = labels[s] == 1 ? at : labels[s] == 0 ? i : (i + at) % 8;
                x[s * 64 + row * 8 + column] = 1;
            }
            for (int i = 0; i < 64; i++) {
                x[s * 64 + i] += 0.85f * random.nextFloat();
            }
        }
        return Dataset.ofLabels(x, Shape.of(8, 8, 1), labels, 3);
    }

    /** Points of the plane with the number x₀·x₁. */
    static Dataset plane(int n) {
        Random random = new Random(1);
        float[][] x = points(n, random);
        float[][] t = new float[n][1];
        for (int s = 0; s < n; s++) {
            t[s][0] = x[s][0] * x[s][1];
        }
        return Dataset.of(x, t);
    }

    /** Points of the plane, of class 1 above the diagonal. */
    static Dataset sides(int n) {
        float[][] x = points(n, new Random(2));
        int[] labels = new int[n];
        for (int s = 0; s < n; s++) {
            labels[s] = x[s][1] > x[s][0] ? 1 : 0;
        }
        return Dataset.ofBinaryLabels(x, labels);
    }

    static float[][] points(int n, Random random) {
        float[][] x = new float[n][2];
        for (float[] point : x) {
            point[0] = random.nextFloat() * 2 - 1;
            point[1] = random.nextFloat() * 2 - 1;
        }
        return x;
    }
}
