package dev.longhand.kernel.weights;

import org.jspecify.annotations.Nullable;

/**
 * Blocks of a model's parameters, copied to the form that products read. A block is copied once, by the first thread
 * that needs it, and then read by any number of threads without a lock. Packed weights belong to the parameters as they
 * are: once these have changed, there are other ones.
 */
public final class PackedWeights {

    /** With fewer parameters, aligning them would need more memory than it saves time. */
    private static final int FEW = 1 << 16;

    private final float[] p;

    /** A hash table with open addressing, at most half full. It's never changed, but replaced when a block is added. */
    private volatile @Nullable Block[] blocks = new Block[4];

    private int count;

    /** The array of the last strip, and where the next one begins. */
    private float[] strips = {};

    private int end;

    /** A copy of a block of the parameters. Not to be changed. */
    public static final class Block {

        private final int at;
        private final int stride;
        private final int height;
        private final int width;
        private final boolean isStrip;
        private final float[][] rows;
        private final int from;

        private Block(int at, int stride, int height, int width, boolean isStrip, float[][] rows, int from) {
            this.at = at;
            this.stride = stride;
            this.height = height;
            this.width = width;
            this.isStrip = isStrip;
            this.rows = rows;
            this.from = from;
        }

        private boolean isCopyOf(int at, int stride, int height, int width, boolean isStrip) {
            return this.at == at
                    && this.width == width
                    && this.height == height
                    && this.stride == stride
                    && this.isStrip == isStrip;
        }

        /** The array of all rows, if it's a strip. */
        public float[] values() {
            return rows[0];
        }

        /** Where the first row begins in its array. */
        public int from() {
            return from;
        }
    }

    /** No block of these parameters is copied yet. */
    public PackedWeights(float[] p) {
        this.p = p;
    }

    /**
     * The rows of a block, each from index 0 of an array on. Not to be changed.
     *
     * @param at where the block begins in the parameters
     * @param stride the distance of its rows
     */
    public float[][] rows(int at, int stride, int height, int width) {
        return copy(at, stride, height, width, false).rows;
    }

    /**
     * The rows of a block, one behind the other in one array, in which they are aligned.
     *
     * @param at where the block begins in the parameters
     * @param stride the distance of its rows
     */
    public Block strip(int at, int stride, int height, int width) {
        return copy(at, stride, height, width, true);
    }

    /** Whether an array is that of these parameters. */
    boolean areOf(float[] values) {
        return values == p;
    }

    private Block copy(int at, int stride, int height, int width, boolean isStrip) {
        Block found = find(blocks, at, stride, height, width, isStrip);
        return found != null ? found : add(at, stride, height, width, isStrip);
    }

    private static @Nullable Block find(
            @Nullable Block[] blocks, int at, int stride, int height, int width, boolean isStrip) {
        for (int i = slot(at, blocks.length); ; i = next(i, blocks.length)) {
            Block candidate = blocks[i];
            if (candidate == null || candidate.isCopyOf(at, stride, height, width, isStrip)) {
                return candidate;
            }
        }
    }

    private static int slot(int at, int length) {
        int mixed = at * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & (length - 1);
    }

    private static int next(int slot, int length) {
        return (slot + 1) & (length - 1);
    }

    private synchronized Block add(int at, int stride, int height, int width, boolean isStrip) {
        @Nullable Block[] old = blocks;
        Block found = find(old, at, stride, height, width, isStrip);
        if (found != null) {
            return found;
        }
        Block copy = isStrip ? copyToStrip(at, stride, height, width) : copyRows(at, stride, height, width);
        count++;
        @Nullable Block[] all = new Block[2 * count > old.length ? 2 * old.length : old.length];
        for (Block each : old) {
            if (each != null) {
                put(each, all);
            }
        }
        put(copy, all);
        blocks = all;
        return copy;
    }

    private static void put(Block block, @Nullable Block[] blocks) {
        int slot = slot(block.at, blocks.length);
        while (blocks[slot] != null) {
            slot = next(slot, blocks.length);
        }
        blocks[slot] = block;
    }

    private Block copyRows(int at, int stride, int height, int width) {
        float[][] rows = new float[height][width];
        for (int row = 0; row < height; row++) {
            System.arraycopy(p, at + row * stride, rows[row], 0, width);
        }
        return new Block(at, stride, height, width, false, rows, 0);
    }

    /** Large models have their strips one behind the other in large arrays, because only these can be aligned. */
    private Block copyToStrip(int at, int stride, int height, int width) {
        int size = height * width;
        if (p.length < FEW) {
            strips = new float[size];
            end = 0;
        } else if (strips.length - end < size) {
            strips = AlignedArray.of(size);
            end = AlignedArray.FIRST;
        }
        int from = end;
        for (int row = 0; row < height; row++) {
            System.arraycopy(p, at + row * stride, strips, from + row * width, width);
        }
        end = AlignedArray.next(from + size);
        return new Block(at, stride, height, width, true, new float[][] {strips}, from);
    }
}
