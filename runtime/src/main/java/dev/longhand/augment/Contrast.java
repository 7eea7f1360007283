package dev.longhand.augment;

import dev.longhand.random.CountedRandom;

/** x becomes m + c·(x − m), m the mean of all numbers of the image, c uniform on [1 − share, 1 + share). */
record Contrast(double share) implements Augmentation {

    @Override
    public void apply(Image image, long key) {
        float factor = (float) (1 + share * (2 * CountedRandom.uniformDouble(key, 0) - 1));
        if (factor == 1) {
            return;
        }
        float[] x = image.values();
        double sum = 0;
        for (float number : x) {
            sum += number;
        }
        float mean = (float) (sum / x.length);
        for (int i = 0; i < x.length; i++) {
            x[i] = mean + factor * (x[i] - mean);
        }
    }
}
