package dev.longhand.training.step;

/**
 * The limits of gradients; infinity for none.
 *
 * @param value the largest absolute value of a gradient
 * @param norm the largest Euclidean norm of all gradients together
 */
public record Clipping(double value, double norm) {

    /** Gradients as they are. */
    public static final Clipping NONE = new Clipping(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Clipping {
        require(value, "clipValue");
        require(norm, "clipNorm");
    }

    private static void require(double limit, String name) {
        if (!(limit > 0) || (float) limit == 0) {
            throw new IllegalArgumentException(
                    name + " " + limit + " must be above 0: 1 is usual, and without " + name + " nothing is clipped");
        }
    }

    public boolean hasValue() {
        return value != Double.POSITIVE_INFINITY;
    }

    public boolean hasNorm() {
        return norm != Double.POSITIVE_INFINITY;
    }
}
