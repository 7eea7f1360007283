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

    /** The rows of B in a block, where a product is computed block by block: a strip of it fits a second-level cache. */
    private static final int BLOCK = 256;

    /** With fewer rows of C, copying blocks of B costs more than it saves. */
    private static final int MANY_ROWS = 48;

    private final VectorProductTiles tiles = new VectorProductTiles();
    private final Matrix block = new Matrix();
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

    /** The last rows of C, if they are fewer than those of a tile: the rows of a whole tile. */
    private float[] lastRows = new float[0];

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
            if (a.columnStride != 1 && a.columns >= 2 * BLOCK && c.rows >= MANY_ROWS) {
                stripInBlocks(a, width, first, c.rows);
            } else {
                strip(width, first, c.rows);
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
            reserveStrip(b.rows * width);
            for (int k = 0; k < b.rows; k++) {
                System.arraycopy(b.values, b.at(k, column), strip, AlignedArray.FIRST + k * width, width);
            }
            tiles.b = strip;
            tiles.b0 = AlignedArray.FIRST - column;
        }
        tiles.bStride = width;
    }

    private void reserveStrip(int count) {
        if (strip.length < AlignedArray.FIRST + count) {
            strip = AlignedArray.of(count);
        }
    }

    private static float[] atLeast(int length, float[] array) {
        return array.length < length ? new float[length] : array;
    }

    private void strip(int width, int column, int rows) {
        int height = height(width);
        int row = rows < height ? 0 : rows;
        for (int r = 0; r < row; r += height) {
            tile(width, Math.min(r, rows - height), column);
        }
        for (; row < rows; row++) {
            rowOfTile(width, row, column);
        }
    }

    /**
     * A strip of C for a transposed A of many columns, as in the gradients of weights that all steps of all samples
     * share. The sums are computed one block of B's rows after the other, each block packed while it's in the cache.
     */
    private void stripInBlocks(Matrix a, int width, int column, int rows) {
        float[] b = tiles.b;
        int b0 = tiles.b0;
        int bStride = tiles.bStride;
        float[] start = tiles.start;
        int start0 = tiles.start0;
        int height = height(width);
        int whole = rows / height * height;
        int numbers = width * L;
        reserveStrip(BLOCK * numbers);
        lastRows = atLeast(height * numbers, lastRows);
        for (int k = 0; k < a.columns; k += BLOCK) {
            int end = Math.min(k + BLOCK, a.columns);
            packBlock(b, b0 + k * bStride + column, bStride, end - k, numbers);
            tiles.b0 = AlignedArray.FIRST - column;
            tiles.a = block.columnsOf(a, k, end);
            if (k > 0) {
                continueFrom(tiles.c, tiles.c0, tiles.cStride);
            }
            for (int row = 0; row < whole; row += height) {
                tile(width, row, column);
            }
            if (whole < rows) {
                lastTile(width, rows - height, column, k > 0);
            }
        }
        for (int row = whole; row < rows; row++) {
            int from = (row - (rows - height)) * numbers;
            System.arraycopy(lastRows, from, tiles.c, tiles.c0 + row * tiles.cStride + column, numbers);
        }
        tiles.a = a;
        tiles.b = b;
        tiles.b0 = b0;
        tiles.bStride = bStride;
        tiles.start = start;
        tiles.start0 = start0;
        tiles.startStride = 0;
    }

    /** The tile of the last rows, some of which another tile has computed: its sums are kept in {@link #lastRows}. */
    private void lastTile(int width, int row, int column, boolean continues) {
        float[] c = tiles.c;
        int c0 = tiles.c0;
        int cStride = tiles.cStride;
        tiles.c = lastRows;
        tiles.cStride = width * L;
        tiles.c0 = -row * tiles.cStride - column;
        if (continues) {
            continueFrom(tiles.c, tiles.c0, tiles.cStride);
        }
        tile(width, row, column);
        tiles.c = c;
        tiles.c0 = c0;
        tiles.cStride = cStride;
    }

    private void continueFrom(float[] sums, int at, int stride) {
        tiles.start = sums;
        tiles.start0 = at;
        tiles.startStride = stride;
    }

    /** Makes the tiles read a copy of some columns of some rows of b. */
    private void packBlock(float[] b, int from, int bStride, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(b, from + row * bStride, strip, AlignedArray.FIRST + row * width, width);
        }
        tiles.b = strip;
        tiles.bStride = width;
    }

    /** The rows of a tile of {@code width} vectors. */
    private static int height(int width) {
        return switch (width) {
            case 4 -> 5;
            case 3 -> 6;
            default -> 8;
        };
    }

    private void tile(int width, int row, int column) {
        switch (width) {
            case 4 -> tiles.tile5x4(row, column);
            case 3 -> tiles.tile6x3(row, column);
            default -> tiles.tile8x1(row, column);
        }
    }

    private void rowOfTile(int width, int row, int column) {
        switch (width) {
            case 4 -> tiles.tile1x4(row, column);
            case 3 -> tiles.tile1x3(row, column);
            default -> tiles.tile1x1(row, column);
        }
    }
}
