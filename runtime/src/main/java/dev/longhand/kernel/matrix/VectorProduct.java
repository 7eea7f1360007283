package dev.longhand.kernel.matrix;

import dev.longhand.kernel.weights.AlignedArray;
import dev.longhand.kernel.weights.PackedWeights;
import dev.longhand.kernel.weights.WeightSource;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/**
 * C = start + A·B with the Vector API.
 *
 * <p>A tile of C's rows and vectors stays in registers while the sums run, so that each vector of B that
 * is loaded serves all rows of the tile, and each number of A all its vectors. If a tile's size doesn't divide C's,
 * the last tile overlaps the one before it and computes the same sums again, which costs less than masks. Each vector
 * is a local variable of {@link VectorProductTiles}: vectors in arrays or passed to methods would become objects. On
 * JDK 17 a second species in the same process would slow all loops down twentyfold, so everything here uses one.
 */
public final class VectorProduct implements Product {

    private static final int L = FloatVector.SPECIES_PREFERRED.length();

    /** Where each row of B is read more often than this, a copy of it is worth it. */
    private static final int OFTEN = 4;

    private final VectorProductTiles tiles = new VectorProductTiles();
    private final WeightSource weights;

    /**
     * B packed row by row, if it's transposed, or if it's narrower than a vector and its array ends before a vector
     * does. Of a narrow B that isn't packed, the numbers after each row are computed with too, and discarded.
     */
    private float[] packedB = new float[0];

    /** A strip of B's columns, one row behind the other, an {@link AlignedArray}. */
    private float[] strip = new float[0];

    private float[] paddedStart = new float[0];
    private float[] paddedC = new float[0];

    /** Products that share no packed weights. */
    public VectorProduct() {
        this(new WeightSource());
    }

    /** Products that read the packed weights of this source, where it has any. */
    public VectorProduct(WeightSource weights) {
        this.weights = weights;
    }

    /** Whether vectors of this machine are long enough to be worth it. */
    public static boolean isWorthwhile() {
        return L >= 4;
    }

    @Override
    public void set(Matrix a, Matrix b, float[] start, int at, Matrix c) {
        tiles.a = a;
        int columns = point(b, start, at, c);
        for (int column = 0, vectors = vectors(columns); vectors > 0; ) {
            int width = width(vectors, columns);
            int first = Math.min(column, columns - width * L);
            switch (width) {
                case 4 -> strip4(first, c.rows);
                case 3 -> strip3(first, c.rows);
                default -> strip1(first, c.rows);
            }
            column += width * L;
            vectors -= width;
        }
        unpad(c);
    }

    @Override
    public void set(SparseRows a, int first, Matrix b, float[] start, int at, Matrix c) {
        int columns = point(b, start, at, c);
        tiles.c0 -= first * tiles.cStride;
        PackedWeights shared = columns > 4 * L && b.columnStride == 1 ? weights.of(b.values) : null;
        boolean packs = shared != null || (columns > 4 * L && a.count(first, first + c.rows) > OFTEN * b.rows);
        for (int column = 0, vectors = vectors(columns); vectors > 0; ) {
            int width = width(vectors, columns);
            int from = Math.min(column, columns - width * L);
            if (packs) {
                packStrip(b, shared, from, width * L);
            }
            for (int row = first; row < first + c.rows; row++) {
                switch (width) {
                    case 4 -> tiles.sparse4(a, row, from);
                    case 3 -> tiles.sparse3(a, row, from);
                    default -> tiles.sparse1(a, row, from);
                }
            }
            column += width * L;
            vectors -= width;
        }
        // Weights that were shared may be replaced before the next product.
        tiles.b = b.values;
        unpad(c);
    }

    private static int vectors(int columns) {
        return (columns + L - 1) / L;
    }

    /** Four or three vectors to a tile use the registers best, where that many are left and fit. */
    private static int width(int vectors, int columns) {
        int most = Math.min(vectors, columns / L);
        if (most >= 3 && ((vectors % 3 == 0 && vectors < 12) || most == 3)) {
            return 3;
        }
        return most >= 4 ? 4 : 1;
    }

    /**
     * Points the tiles at these arrays, or at packed and padded copies where they don't suit.
     *
     * @return the columns to compute: at least those of one vector
     */
    private int point(Matrix b, float[] start, int at, Matrix c) {
        boolean narrow = c.columns < L;
        int columns = narrow ? L : c.columns;
        int end = b.at(b.rows - 1, 0) + columns;
        if (b.columnStride != 1 || end > b.values.length) {
            pack(b, columns);
            tiles.b = packedB;
            tiles.b0 = 0;
            tiles.bStride = columns;
        } else {
            tiles.b = b.values;
            tiles.b0 = b.offset;
            tiles.bStride = b.rowStride;
        }
        if (narrow) {
            paddedStart = atLeast(L, paddedStart);
            System.arraycopy(start, at, paddedStart, 0, c.columns);
            paddedC = atLeast(c.rows * L, paddedC);
        }
        tiles.start = narrow ? paddedStart : start;
        tiles.start0 = narrow ? 0 : at;
        tiles.c = narrow ? paddedC : c.values;
        tiles.c0 = narrow ? 0 : c.offset;
        tiles.cStride = narrow ? L : c.rowStride;
        return columns;
    }

    private void unpad(Matrix c) {
        if (tiles.c == paddedC) {
            for (int row = 0; row < c.rows; row++) {
                System.arraycopy(paddedC, row * L, c.values, c.at(row, 0), c.columns);
            }
        }
    }

    /** Copies b row by row, each row {@code width} apart; in squares, so that cache lines are used up. */
    private void pack(Matrix b, int width) {
        packedB = atLeast(b.rows * width, packedB);
        for (int from = 0; from < b.columns; from += 16) {
            int to = Math.min(b.columns, from + 16);
            for (int k = 0; k < b.rows; k++) {
                for (int j = from, at = b.at(k, from); j < to; j++, at += b.columnStride) {
                    packedB[k * width + j] = b.values[at];
                }
            }
        }
    }

    /** Makes the tiles read a copy of some columns of b whose rows lie together. */
    private void packStrip(Matrix b, @Nullable PackedWeights shared, int column, int width) {
        if (shared != null) {
            PackedWeights.Block copy = shared.strip(b.at(0, column), b.rowStride, b.rows, width);
            tiles.b = copy.values();
            tiles.b0 = copy.from() - column;
        } else {
            if (strip.length < AlignedArray.FIRST + b.rows * width) {
                strip = AlignedArray.of(b.rows * width);
            }
            for (int k = 0; k < b.rows; k++) {
                System.arraycopy(b.values, b.at(k, column), strip, AlignedArray.FIRST + k * width, width);
            }
            tiles.b = strip;
            tiles.b0 = AlignedArray.FIRST - column;
        }
        tiles.bStride = width;
    }

    private static float[] atLeast(int length, float[] array) {
        return array.length < length ? new float[length] : array;
    }

    private void strip4(int column, int rows) {
        int row = rows < 5 ? 0 : rows;
        for (int r = 0; r < row; r += 5) {
            tiles.tile5x4(Math.min(r, rows - 5), column);
        }
        for (; row < rows; row++) {
            tiles.tile1x4(row, column);
        }
    }

    private void strip3(int column, int rows) {
        int row = rows < 6 ? 0 : rows;
        for (int r = 0; r < row; r += 6) {
            tiles.tile6x3(Math.min(r, rows - 6), column);
        }
        for (; row < rows; row++) {
            tiles.tile1x3(row, column);
        }
    }

    private void strip1(int column, int rows) {
        int row = rows < 8 ? 0 : rows;
        for (int r = 0; r < row; r += 8) {
            tiles.tile8x1(Math.min(r, rows - 8), column);
        }
        for (; row < rows; row++) {
            tiles.tile1x1(row, column);
        }
    }
}
