package dev.longhand.examples.gates;

import dev.longhand.examples.report.TextTable;

/** The regions that the lines of {@link ThreeLines} cut a square into, seen at the points of a grid. */
final class Regions {

    /** The number of corners of the cube. */
    static final int CORNERS = 8;

    static final double LEFT = -2;
    static final double RIGHT = 3;

    private static final int STEPS = 100;

    private final int[] points = new int[CORNERS];
    private final double[] x1 = new double[CORNERS];
    private final double[] x2 = new double[CORNERS];

    private Regions() {}

    static Regions of(ThreeLinesModel model) {
        Regions regions = new Regions();
        for (int i = 0; i < STEPS; i++) {
            for (int j = 0; j < STEPS; j++) {
                double a = at(i);
                double b = at(j);
                int corner = corner(model, a, b);
                regions.points[corner]++;
                regions.x1[corner] += a;
                regions.x2[corner] += b;
            }
        }
        return regions;
    }

    private static double at(int step) {
        return LEFT + (RIGHT - LEFT) * (step + 0.5) / STEPS;
    }

    /** The corner that a point of the plane is mapped to, its coordinates as the bits of a number. */
    static int corner(ThreeLinesModel model, double x1, double x2) {
        float[] sides = model.predict((float) x1, (float) x2);
        return (int) (4 * sides[0] + 2 * sides[1] + sides[2]);
    }

    /** As in {@code (1, 0, 1)}. */
    static String name(int corner) {
        return "(%s, %s, %s)".formatted(corner >> 2, corner >> 1 & 1, corner & 1);
    }

    /** The number of regions. */
    int count() {
        int count = 0;
        for (int corner = 0; corner < CORNERS; corner++) {
            count += isRegion(corner) ? 1 : 0;
        }
        return count;
    }

    boolean isRegion(int corner) {
        return points[corner] > 0;
    }

    double centerX(int corner) {
        return x1[corner] / points[corner];
    }

    double centerY(int corner) {
        return x2[corner] / points[corner];
    }

    String describe(int corner) {
        if (!isRegion(corner)) {
            return "none: no point has x1 < 0, x2 < 0 and x1 + x2 > 1";
        }
        return "%s %%, around (%s, %s)"
                .formatted(
                        TextTable.number(100.0 * points[corner] / (STEPS * STEPS), 1),
                        TextTable.number(centerX(corner), 2),
                        TextTable.number(centerY(corner), 2));
    }
}
