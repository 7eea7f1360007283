package dev.longhand.augment;

import dev.longhand.random.CountedRandom;

/** x becomes 1 − x with this probability. */
record Invert(double probability) implements Augmentation {

    @Override
    public void apply(Image image, long key) {
        if (!(CountedRandom.uniformDouble(key, 0) < probability)) {
            return;
        }
        float[] x = image.values();
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 - x[i];
        }
    }
}
