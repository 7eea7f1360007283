package dev.longhand.augment;

/**
 * An affine map of positions, both relative to the image's centre: x′ = xx·x + xy·y + dx, y′ = yx·x + yy·y + dy, where x
 * is a column and y a row. It maps a position in the changed image to that in the original whose number it shows.
 */
final class AffineMap {

    double xx;
    double xy;
    double dx;
    double yx;
    double yy;
    double dy;

    /** Makes this the map that leaves every position where it is. */
    void reset() {
        xx = 1;
        xy = 0;
        dx = 0;
        yx = 0;
        yy = 1;
        dy = 0;
    }

    /** Whether every position stays where it is. */
    boolean isIdentity() {
        return xx == 1 && xy == 0 && dx == 0 && yx == 0 && yy == 1 && dy == 0;
    }

    /** Applies x + dx, y + dy before this map. */
    void shift(double x, double y) {
        dx += xx * x + xy * y;
        dy += yx * x + yy * y;
    }

    /** Applies a·x + b·y, c·x + d·y before this map. */
    void transform(double a, double b, double c, double d) {
        double newXx = xx * a + xy * c;
        double newYx = yx * a + yy * c;
        xy = xx * b + xy * d;
        yy = yx * b + yy * d;
        xx = newXx;
        yx = newYx;
    }
}
