package dev.longhand.augment;

/**
 * A random change of an image. All that is random in it follows from a key, so that it doesn't depend on threads or on
 * the order in which images are changed. Immutable: any number of threads may use it, each with its own {@link Image}.
 *
 * <p>Once its image has been used for one sample, an augmentation allocates nothing.
 */
@FunctionalInterface
public interface Augmentation {

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
