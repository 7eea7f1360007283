package dev.longhand.initializer;

import dev.longhand.Initializer;
import dev.longhand.Shape;
import dev.longhand.random.CountedRandom;
import java.util.Arrays;

/** How one array of parameters is initialized: a distribution with its scale, or given values. */
public final class Initialization {

    /** The key of parameters, so that they share no random numbers with other uses of the seed. */
    private static final long PURPOSE = 0x696e6974L;

    private final Initializer initializer;
    private final float scale;
    private final int fanIn;
    private final int fanOut;
    private final float[] values;
    private final boolean inParts;

    private Initialization(
            Initializer initializer, float scale, int fanIn, int fanOut, float[] values, boolean inParts) {
        this.initializer = initializer;
        this.scale = scale;
        this.fanIn = fanIn;
        this.fanOut = fanOut;
        this.values = values;
        this.inParts = inParts;
    }

    /**
     * Drawn from a distribution.
     *
     * @param scale the c of the distribution's formula
     * @param fanIn the number of inputs of one unit
     * @param fanOut the number of units that read one input
     */
    public static Initialization of(Initializer initializer, float scale, int fanIn, int fanOut) {
        return new Initialization(initializer, scale, fanIn, fanOut, new float[0], false);
    }

    /** These values, one for each parameter. */
    public static Initialization values(float... values) {
        return new Initialization(Initializer.CONSTANT, 1, 1, 1, values.clone(), false);
    }

    /** One value for each of several equal parts: the biases of a layer's gates. */
    public static Initialization parts(float... values) {
        return new Initialization(Initializer.CONSTANT, 1, 1, 1, values.clone(), true);
    }

    /**
     * Fills an array of parameters.
     *
     * @param p the model's flat array
     * @param offset the index at which this array starts
     * @param shape its shape; for an orthogonal matrix the last one is columns, the others rows
     * @param seed the model's seed
     * @param stream the index of this array in the model, so that each draws different random numbers
     */
    public void draw(float[] p, int offset, Shape shape, long seed, int stream) {
        int size = shape.size();
        if (inParts) {
            drawParts(p, offset, size);
            return;
        }
        if (values.length > 0) {
            if (values.length != size) {
                throw new IllegalArgumentException(size + " parameters can't start from " + values.length + " values");
            }
            System.arraycopy(values, 0, p, offset, size);
            return;
        }
        long key = CountedRandom.key(seed, PURPOSE, stream);
        switch (initializer) {
            case GLOROT_UNIFORM -> uniform(p, offset, size, key, scale * Math.sqrt(6.0 / ((double) fanIn + fanOut)));
            case GLOROT_NORMAL -> normal(p, offset, size, key, scale * Math.sqrt(2.0 / ((double) fanIn + fanOut)));
            case HE_UNIFORM -> uniform(p, offset, size, key, scale * Math.sqrt(6.0 / fanIn));
            case HE_NORMAL -> normal(p, offset, size, key, scale * Math.sqrt(2.0 / fanIn));
            case LECUN_NORMAL -> normal(p, offset, size, key, scale * Math.sqrt(1.0 / fanIn));
            case ORTHOGONAL -> orthogonal(p, offset, size, shape.last(), key);
            case UNIFORM -> uniform(p, offset, size, key, scale);
            case NORMAL -> normal(p, offset, size, key, scale);
            case ZEROS -> Arrays.fill(p, offset, offset + size, 0);
            case CONSTANT -> Arrays.fill(p, offset, offset + size, scale);
        }
    }

    private void drawParts(float[] p, int offset, int size) {
        int parts = values.length;
        if (parts == 0 || size % parts != 0) {
            throw new IllegalArgumentException(size + " parameters don't divide into " + parts + " equal parts");
        }
        int length = size / parts;
        for (int part = 0; part < parts; part++) {
            Arrays.fill(p, offset + part * length, offset + (part + 1) * length, values[part]);
        }
    }

    private static void uniform(float[] p, int offset, int size, long key, double limit) {
        for (int i = 0; i < size; i++) {
            p[offset + i] = (float) ((2 * CountedRandom.uniformDouble(key, i) - 1) * limit);
        }
    }

    private static void normal(float[] p, int offset, int size, long key, double deviation) {
        for (int i = 0; i < size; i++) {
            p[offset + i] = (float) (CountedRandom.normal(key, i) * deviation);
        }
    }

    /**
     * Orthonormal columns, or rows if they are fewer, times the scale: Q of the QR decomposition of a
     * normal matrix. Each column takes the sign of R's diagonal, which makes Q unique and uniformly
     * distributed (Mezzadri, "How to generate random matrices from the classical compact groups",
     * 2007).
     */
    private void orthogonal(float[] p, int offset, int size, int columns, long key) {
        int rows = size / columns;
        int many = Math.max(rows, columns);
        int few = Math.min(rows, columns);
        double[][] normal = new double[few][many];
        for (int i = 0; i < size; i++) {
            normal[i % few][i / few] = CountedRandom.normal(key, i);
        }
        HouseholderQr decomposition = new HouseholderQr(normal);
        for (int j = 0; j < few; j++) {
            double[] q = decomposition.columnOfQ(j);
            double factor = scale * Math.copySign(1, decomposition.diagonal(j));
            for (int i = 0; i < many; i++) {
                int at = rows >= columns ? i * columns + j : j * columns + i;
                p[offset + at] = (float) (factor * q[i]);
            }
        }
    }
}
