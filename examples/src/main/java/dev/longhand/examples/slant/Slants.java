package dev.longhand.examples.slant;

import dev.longhand.data.Dataset;

/** How far digits lean: by how many columns to the right the strokes move for each row up. */
final class Slants {

    private static final int SIZE = 28;

    private Slants() {}

    /** The slant of each digit of a data set. */
    static float[] of(Dataset digits) {
        float[] slants = new float[digits.size()];
        for (int i = 0; i < slants.length; i++) {
            slants[i] = of(digits.input(i));
        }
        return slants;
    }

    /** −Σ w·(x − x̄)·(y − ȳ) / Σ w·(y − ȳ)², w the pixel in column x and row y, counted from the top. */
    static float of(float[] pixels) {
        double weight = 0;
        double columns = 0;
        double rows = 0;
        for (int i = 0; i < pixels.length; i++) {
            weight += pixels[i];
            columns += pixels[i] * (i % SIZE);
            rows += pixels[i] * (i / SIZE);
        }
        double product = 0;
        double square = 0;
        for (int i = 0; i < pixels.length; i++) {
            double x = i % SIZE - columns / weight;
            double y = i / SIZE - rows / weight;
            product += pixels[i] * x * y;
            square += pixels[i] * y * y;
        }
        return (float) (-product / square);
    }
}
