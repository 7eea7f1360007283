package dev.longhand.augment;

import dev.longhand.kernel.noise.GaussianNoise;

/** Adds Σₖ aₖ·√λₖ·pₖ to the colour of every pixel, aₖ normally distributed with mean 0 and this standard deviation. */
record ColourNoise(ColourComponents components, float stddev) implements Augmentation {

    @Override
    public void requireFits(Image image) {
        if (image.channels() != components.channels()) {
            throw new IllegalArgumentException("colour noise was computed from images of " + components.channels()
                    + " channels and can't be added to images of " + image.channels()
                    + ": compute it from the training set, with ColourComponents.of(train)");
        }
    }

    @Override
    public void apply(Image image, long key) {
        if (stddev == 0) {
            return;
        }
        float[] x = image.values();
        int channels = image.channels();
        float[] a = image.spare();
        GaussianNoise.draw(key, stddev, a, channels);
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int k = 0; k < channels; k++) {
                sum += a[k] * components.deviation(k) * components.component(k, c);
            }
            float added = (float) sum;
            for (int i = c; i < x.length; i += channels) {
                x[i] += added;
            }
        }
    }
}
