package dev.longhand.augment;

import dev.longhand.random.CountedRandom;

/** Mixes each sample of a batch with another one; its weight has the distribution Beta(α, α). */
record Mixup(double alpha) implements Augmentation {

    @Override
    public void apply(Image image, long key) {
        // Samples are mixed when all of a batch are changed.
    }

    @Override
    public boolean mixes() {
        return true;
    }

    /**
     * A number of Beta(α, α) from three uniform ones, ½ ± ½/√(1 + 1/((u^(−1/α) − 1)·cos²(πv))) (Devroye, "Random variate
     * generation in one line of code", 1996).
     */
    @Override
    public double weight(long key) {
        double u = 1 - CountedRandom.uniformDouble(key, 0);
        double cos = Trigonometry.cos(Math.PI * CountedRandom.uniformDouble(key, 1));
        // exp and log rather than pow, which allocates arrays.
        double power = StrictMath.expm1(Math.abs(StrictMath.log(u)) / alpha);
        double half = 0.5 / Math.sqrt(1 + 1 / (power * cos * cos));
        return CountedRandom.uniformDouble(key, 2) < 0.5 ? 0.5 - half : 0.5 + half;
    }
}
