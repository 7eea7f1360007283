package dev.longhand.augment;

import dev.longhand.random.CountedRandom;

/** x becomes x + b, b uniform on [−limit, limit). */
record Brightness(double limit) implements Augmentation {

    @Override
    public void apply(Image image, long key) {
        float added = (float) (limit * (2 * CountedRandom.uniformDouble(key, 0) - 1));
        if (added == 0) {
            return;
        }
        float[] x = image.values();
        for (int i = 0; i < x.length; i++) {
            x[i] += added;
        }
    }
}
