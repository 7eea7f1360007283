package dev.longhand.initializer;

/**
 * The QR decomposition of a tall or square matrix by Householder reflections (Golub and Van Loan, "Matrix
 * computations", 4th edition, section 5.2), in double precision.
 *
 * <p>Reflection k, I − h·hᵀ/hₖ with h<sub>i</sub> = 0 for i &lt; k, maps the rest of column k to a multiple of
 * the unit vector eₖ. That multiple has the opposite sign of the column's element k, so that no digits cancel; it
 * is element k of R's diagonal.
 */
final class HouseholderQr {

    private final int rows;

    /** h of each reflection, [column][row]; elements above the diagonal are left over from R. */
    private final double[][] reflectors;

    private final double[] diagonal;

    /**
     * Decomposes a matrix, which is overwritten.
     *
     * @param columns [column][row], with no fewer rows than columns
     */
    HouseholderQr(double[][] columns) {
        rows = columns[0].length;
        reflectors = columns;
        diagonal = new double[columns.length];
        for (int k = 0; k < columns.length; k++) {
            double[] v = columns[k];
            double norm = norm(v, k);
            double r = v[k] > 0 ? -norm : norm;
            diagonal[k] = r;
            if (r == 0) {
                continue;
            }
            // v = x − r·eₖ, and ½|v|² = −r·vₖ
            v[k] -= r;
            for (int column = k + 1; column < columns.length; column++) {
                double factor = dot(columns[column], v, k) / (r * v[k]);
                add(factor, v, columns[column], k);
            }
            for (int i = k; i < rows; i++) {
                v[i] /= -r;
            }
        }
    }

    /** Element k of R's diagonal. */
    double diagonal(int k) {
        return diagonal[k];
    }

    /** Column j of Q: the reflections j, …, 0, in this order, of the unit vector eⱼ. */
    double[] columnOfQ(int j) {
        double[] q = new double[rows];
        q[j] = 1;
        for (int k = j; k >= 0; k--) {
            double[] h = reflectors[k];
            if (h[k] != 0) {
                add(-(dot(h, q, k) / h[k]), h, q, k);
            }
        }
        return q;
    }

    private static double norm(double[] v, int from) {
        return Math.sqrt(dot(v, v, from));
    }

    private static double dot(double[] x, double[] y, int from) {
        double sum = 0;
        for (int i = from; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** y += factor·x. */
    private static void add(double factor, double[] x, double[] y, int from) {
        for (int i = from; i < x.length; i++) {
            y[i] += factor * x[i];
        }
    }
}
