package dev.longhand.augment;

/**
 * A random change of an image. One of yours needs a {@code toString} of its settings, by which a checkpoint recognizes it.
 *
 * <p>All that is random in it follows from a key, so that it doesn't depend on threads or on
 * the order in which images are changed. Immutable: any number of threads may use it, each with its own {@link Image}.
 * Once its image has been used for one sample, an augmentation allocates nothing.
 */
@FunctionalInterface
public interface Augmentation {

    /**
     * Moves the image by up to so many pixels, uniformly drawn for each axis.
     *
     * @param pixels at least 0, also a fraction
     */
    static Warp translate(double pixels) {
        return Warp.of(new Motion.Translation(Amount.notNegative("translate", "pixels", pixels)));
    }

    /**
     * Turns the image around its centre by an angle drawn uniformly from −degrees to degrees.
     *
     * @param degrees from 0 to 180
     */
    static Warp rotate(double degrees) {
        return Warp.of(new Motion.Rotation(Math.toRadians(Amount.upTo(180, "rotate", "degrees", degrees))));
    }

    /**
     * Enlarges or shrinks the image around its centre by a factor drawn uniformly from 1 − share to 1 + share.
     *
     * @param share at least 0 and below 1
     */
    static Warp zoom(double share) {
        return Warp.of(new Motion.Zoom(Amount.below(1, "zoom", "share", share)));
    }

    /**
     * Shears the image along its rows: x′ = x + y·tan φ from the centre, φ drawn uniformly from −degrees to degrees.
     *
     * @param degrees at least 0 and below 90
     */
    static Warp shear(double degrees) {
        return Warp.of(new Motion.Shear(Math.toRadians(Amount.below(90, "shear", "degrees", degrees))));
    }

    /** Swaps left and right of every second image. */
    static Warp mirror() {
        return mirror(0.5);
    }

    /**
     * Swaps left and right.
     *
     * @param probability how often, from 0 to 1
     */
    static Warp mirror(double probability) {
        return Warp.of(new Motion.Mirror(Amount.upTo(1, "mirror", "probability", probability)));
    }

    /**
     * Cuts an image of the same size, at a random position, out of the image with so many pixels added on each side: it
     * moves by whole pixels. What is added is the warp's border.
     *
     * @param padding from 0 to 1,000,000
     */
    static Warp crop(int padding) {
        return Warp.of(new Motion.Crop((int) Amount.upTo(1_000_000, "crop", "padding", padding)));
    }

    /**
     * Moves pixels at random, neighbours alike: the displacements along each axis are α·(G ∗ U), U uniform on [−1, 1) for
     * each pixel, G a Gaussian of standard deviation σ whose sum is 1 (Simard, Steinkraus and Platt, 2003). Their standard
     * deviation is about 0.163·α/σ pixels. Where it's combined with other warps it should be the last one.
     *
     * @param alpha at least 0; the paper has 34 for handwritten digits of 28 × 28
     * @param sigma above 0 and at most 100, in pixels; the paper has 4
     */
    static Warp elastic(double alpha, double sigma) {
        Amount.notNegative("elastic", "alpha", alpha);
        if (!(sigma > 0 && sigma <= 100)) {
            throw new IllegalArgumentException("sigma " + sigma + " of elastic must be above 0 and at most 100 pixels");
        }
        return Warp.of(new Displacement(alpha, sigma));
    }

    /**
     * x becomes 1 − x, for images whose numbers are from 0 to 1.
     *
     * @param probability how often, from 0 to 1
     */
    static Augmentation invert(double probability) {
        return new Invert(Amount.upTo(1, "invert", "probability", probability));
    }

    /**
     * Adds to all numbers of the image one that is drawn uniformly from −limit to limit. Use {@link #clamp} to keep the
     * image's range.
     *
     * @param limit at least 0
     */
    static Augmentation brightness(double limit) {
        return new Brightness(Amount.notNegative("brightness", "limit", limit));
    }

    /**
     * x becomes m + c·(x − m): m is the mean of all numbers of the image, c is drawn uniformly from 1 − share to 1 + share.
     * Use {@link #clamp} to keep the image's range.
     *
     * @param share from 0 to 1
     */
    static Augmentation contrast(double share) {
        return new Contrast(Amount.upTo(1, "contrast", "share", share));
    }

    /** Numbers below {@code least} become {@code least}, those above {@code greatest} become {@code greatest}. */
    static Augmentation clamp(float least, float greatest) {
        if (!(least <= greatest)) {
            throw new IllegalArgumentException(
                    "clamp(" + least + ", " + greatest + ") has no number: give the least first");
        }
        return new Clamp(least, greatest);
    }

    /**
     * Adds to each number another one, normally distributed with mean 0.
     *
     * @param stddev the standard deviation, at least 0
     */
    static Augmentation noise(double stddev) {
        return new Noise((float) Amount.notNegative("noise", "stddev", stddev));
    }

    /**
     * Adds one colour to all pixels of the image: Σₖ aₖ·√λₖ·pₖ, pₖ and λₖ the eigenvectors and eigenvalues of the covariance
     * of the channels in the training set, aₖ normally distributed with mean 0 (Krizhevsky, Sutskever and Hinton,
     * "ImageNet classification with deep convolutional neural networks", 2012).
     *
     * @param components those of the training set
     * @param stddev the standard deviation of aₖ, at least 0; the paper has 0.1
     */
    static Augmentation colourNoise(ColourComponents components, double stddev) {
        return new ColourNoise(components, (float) Amount.notNegative("colourNoise", "stddev", stddev));
    }

    /**
     * Sets a square of the image to 0, centred on a pixel drawn uniformly; what of it is outside the image has no effect
     * (DeVries and Taylor, "Improved regularization of convolutional neural networks with cutout", 2017).
     *
     * @param size the side in pixels, from 0 to 1,000,000
     */
    static Augmentation cutout(int size) {
        return new Cutout((int) Amount.upTo(1_000_000, "cutout", "size", size));
    }

    /**
     * Mixes each sample of a batch, after all are changed, with another one of the batch: λ·x + (1 − λ)·x′, and the targets
     * likewise, λ drawn from Beta(α, α) for each sample (Zhang, Cissé, Dauphin and Lopez-Paz, "mixup: beyond empirical risk
     * minimization", 2018). The training accuracy then counts the class of the greater weight.
     *
     * @param alpha above 0; the paper has 0.1 to 0.4 for photographs, 1 for small images
     */
    static Augmentation mixup(double alpha) {
        if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha " + alpha + " of mixup must be above 0: 0.2 is usual");
        }
        return new Mixup(alpha);
    }

    /**
     * Changes an image.
     *
     * @param image the image, and the buffers for changing it
     * @param key the key of the random numbers, see {@link dev.longhand.random.CountedRandom}
     */
    void apply(Image image, long key);

    /** This change and then another one. */
    default Augmentation then(Augmentation next) {
        return Sequence.of(this, next);
    }

    /**
     * Checks that images like this one can be changed.
     *
     * @throws IllegalArgumentException if they can't
     */
    default void requireFits(Image image) {}

    /** Whether samples of a batch are mixed with one another after all of them are changed. */
    default boolean mixes() {
        return false;
    }

    /**
     * The weight, from 0 to 1, of a sample that is mixed with another one of its batch; the other one has the rest. Where
     * samples aren't mixed it's 1.
     *
     * @param key the key of the random numbers
     */
    default double weight(long key) {
        return 1;
    }
}
