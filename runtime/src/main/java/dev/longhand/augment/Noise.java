package dev.longhand.augment;

import dev.longhand.kernel.noise.GaussianNoise;

/** x becomes x + e, e normally distributed with mean 0 and this standard deviation, separate for each number. */
record Noise(float stddev) implements Augmentation {

    @Override
    public void apply(Image image, long key) {
        if (stddev == 0) {
            return;
        }
        float[] x = image.values();
        float[] noise = image.spare();
        GaussianNoise.draw(key, stddev, noise, x.length);
        for (int i = 0; i < x.length; i++) {
            x[i] += noise[i];
        }
    }
}
