package dev.longhand.examples.mnist;

import dev.longhand.Shape;
import dev.longhand.augment.Augmentation;
import java.util.Locale;

/** How handwritten digits are changed for training: as if another hand had written them. */
public final class DigitChanges {

    /** The shape of an image. */
    public static final Shape SHAPE = Shape.of(28, 28, 1);

    private static final double PIXELS = 1.5;
    private static final double DEGREES = 10;
    private static final double SHARE = 0.1;

    /** How strongly images are bent: α. */
    static final double ALPHA = 30;

    private static final double SIGMA = 4;

    private DigitChanges() {}

    /** Moved, turned, enlarged or shrunk, sheared and bent. */
    public static Augmentation all() {
        return all(ALPHA);
    }

    /** The same, bent with this α. */
    static Augmentation all(double alpha) {
        return Augmentation.translate(PIXELS)
                .then(Augmentation.rotate(DEGREES))
                .then(Augmentation.zoom(SHARE))
                .then(Augmentation.shear(DEGREES))
                .then(Augmentation.elastic(alpha, SIGMA));
    }

    /** What {@link #all} does, in words. */
    public static String words() {
        return words(ALPHA);
    }

    /** What {@link #all(double)} does, in words. */
    static String words(double alpha) {
        return String.format(
                Locale.ROOT,
                "moved by up to %s pixels, turned and sheared by up to %.0f degrees, zoomed by up to %.0f %%, bent with α %.0f"
                        + " and σ %.0f",
                PIXELS,
                DEGREES,
                100 * SHARE,
                alpha,
                SIGMA);
    }
}
