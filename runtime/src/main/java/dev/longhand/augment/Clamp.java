package dev.longhand.augment;

/** x becomes max(least, min(greatest, x)). */
record Clamp(float least, float greatest) implements Augmentation {

    @Override
    public void apply(Image image, long key) {
        float[] x = image.values();
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(least, Math.min(greatest, x[i]));
        }
    }
}
