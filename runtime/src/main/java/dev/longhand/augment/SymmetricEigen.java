package dev.longhand.augment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The eigenvalues of a small symmetric matrix, greatest first, and its eigenvectors, by Jacobi's rotations (Golub and
 * Van Loan, "Matrix computations", 2013, section 8.5).
 *
 * @param values the eigenvalues
 * @param vectors an eigenvector of length 1 in each row; its number of greatest magnitude is positive
 */
record SymmetricEigen(double[] values, double[][] vectors) {

    private static final int MOST_SWEEPS = 50;

    static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][];
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -a[i][i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = Arrays.stream(order).mapToDouble(i -> a[i][i]).toArray();
        double[][] vectors = Arrays.stream(order)
                .mapToObj(i -> withPositiveSign(column(v, i)))
                .toArray(double[][]::new);
        return new SymmetricEigen(values, vectors);
    }

    /** Makes a[p][q] and a[q][p] 0. */
    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cos = 1 / Math.sqrt(t * t + 1);
        double sin = t * cos;
        for (int i = 0; i < a.length; i++) {
            double ip = a[i][p];
            a[i][p] = cos * ip - sin * a[i][q];
            a[i][q] = sin * ip + cos * a[i][q];
            double vp = v[i][p];
            v[i][p] = cos * vp - sin * v[i][q];
            v[i][q] = sin * vp + cos * v[i][q];
        }
        for (int i = 0; i < a.length; i++) {
            double pi = a[p][i];
            a[p][i] = cos * pi - sin * a[q][i];
            a[q][i] = sin * pi + cos * a[q][i];
        }
        a[p][q] = 0;
        a[q][p] = 0;
    }

    private static double[] column(double[][] v, int i) {
        return Arrays.stream(v).mapToDouble(row -> row[i]).toArray();
    }

    private static double[] withPositiveSign(double[] vector) {
        double greatest = 0;
        for (double number : vector) {
            greatest = Math.abs(number) > Math.abs(greatest) ? number : greatest;
        }
        double sign = greatest < 0 ? -1 : 1;
        return Arrays.stream(vector).map(number -> sign * number).toArray();
    }
}
