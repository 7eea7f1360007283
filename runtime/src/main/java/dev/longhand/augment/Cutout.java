package dev.longhand.augment;

import dev.longhand.random.CountedRandom;

/** Sets a square to 0, which is centred on a random pixel and may reach over the border. */
record Cutout(int size) implements Augmentation {

    @Override
    public void apply(Image image, long key) {
        int firstRow = CountedRandom.below(image.height(), key, 0) - size / 2;
        int firstColumn = CountedRandom.below(image.width(), key, 1) - size / 2;
        int top = Math.max(0, firstRow);
        int bottom = Math.min(image.height(), firstRow + size);
        int left = Math.max(0, firstColumn) * image.channels();
        int right = Math.min(image.width(), firstColumn + size) * image.channels();
        float[] x = image.values();
        for (int row = top; row < bottom; row++) {
            int start = row * image.width() * image.channels();
            for (int i = start + left; i < start + right; i++) {
                x[i] = 0;
            }
        }
    }
}
