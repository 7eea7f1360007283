package dev.longhand.augment;

import dev.longhand.random.CountedRandom;

/** A random affine change of an image. */
sealed interface Motion {

    /** Draws the change and applies its inverse, from positions of the changed image to the original's, before the map. */
    void invert(long key, AffineMap map);

    /** A number uniform on [−limit, limit). */
    private static double symmetric(double limit, long key, long i) {
        return limit * (2 * CountedRandom.uniformDouble(key, i) - 1);
    }

    /** By up to so many pixels along each axis. */
    record Translation(double pixels) implements Motion {

        @Override
        public void invert(long key, AffineMap map) {
            map.shift(symmetric(pixels, key, 0), symmetric(pixels, key, 1));
        }
    }

    /** By up to so many whole pixels along each axis. */
    record Crop(int padding) implements Motion {

        @Override
        public void invert(long key, AffineMap map) {
            map.shift(
                    CountedRandom.below(2 * padding + 1, key, 0) - padding,
                    CountedRandom.below(2 * padding + 1, key, 1) - padding);
        }
    }

    /** By an angle of up to so many radians. */
    record Rotation(double radians) implements Motion {

        @Override
        public void invert(long key, AffineMap map) {
            double angle = symmetric(radians, key, 0);
            double cos = Trigonometry.cos(angle);
            double sin = Trigonometry.sin(angle);
            map.transform(cos, -sin, sin, cos);
        }
    }

    /** By a factor from 1 − share to 1 + share. */
    record Zoom(double share) implements Motion {

        @Override
        public void invert(long key, AffineMap map) {
            double factor = 1 + symmetric(share, key, 0);
            map.transform(1 / factor, 0, 0, 1 / factor);
        }
    }

    /** Shifts rows by tan φ times their distance from the middle, φ up to so many radians. */
    record Shear(double radians) implements Motion {

        @Override
        public void invert(long key, AffineMap map) {
            double angle = symmetric(radians, key, 0);
            map.transform(1, Trigonometry.sin(angle) / Trigonometry.cos(angle), 0, 1);
        }
    }

    /** Swaps left and right with this probability. */
    record Mirror(double probability) implements Motion {

        @Override
        public void invert(long key, AffineMap map) {
            if (CountedRandom.uniformDouble(key, 0) < probability) {
                map.transform(-1, 0, 0, 1);
            }
        }
    }
}
