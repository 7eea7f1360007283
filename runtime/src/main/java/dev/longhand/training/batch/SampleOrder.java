package dev.longhand.training.batch;

import dev.longhand.random.CountedRandom;

/**
 * The order of a source's samples in each epoch. An epoch consists of blocks: consecutive samples of the source, as many
 * as the window holds, which are shuffled among themselves; so a reader needs to hold only one window of samples. The
 * first block of an epoch is shorter, by a random number, so that the blocks of no two epochs are the same. If the
 * window holds all samples, there is one block, and the order is that of a data set in memory.
 */
final class SampleOrder {

    /** The keys of the order of blocks after the first, and of the length of the first. */
    private static final long BLOCK = 0x626c6f636bL;

    private static final long SHIFT = 0x7368696674L;

    private final long size;
    private final int window;
    private final boolean isShuffled;
    private final long seed;
    private final int[] permutation;
    private long key;
    private int firstLength;
    private long position;
    private long blockStart;
    private int blockLength;

    /**
     * An order.
     *
     * @param size the samples of an epoch
     * @param window the most samples of a block; without meaning if the samples aren't shuffled
     */
    SampleOrder(long size, int window, boolean isShuffled, long seed) {
        this.size = size;
        this.window = (int) Math.min(size, window);
        this.isShuffled = isShuffled;
        permutation = new int[isShuffled ? this.window : 0];
        this.seed = seed;
    }

    /** Whether samples are read in the order of the source. */
    boolean isSourceOrder() {
        return !isShuffled;
    }

    /** The most samples of a block. */
    int window() {
        return window;
    }

    /** Goes to a position of an epoch. */
    void begin(int epoch, long position) {
        key = CountedRandom.key(seed, DatasetLoader.PURPOSE, epoch);
        firstLength =
                window == size ? window : window - CountedRandom.below(window, CountedRandom.key(key, SHIFT, 0), 0);
        this.position = position;
        blockStart = 0;
        blockLength = 0;
    }

    /** The number, in the source, of the next sample. */
    long next() {
        long at = position++;
        if (!isShuffled) {
            return at;
        }
        if (at >= blockStart + blockLength) {
            shuffleBlockOf(at);
        }
        return blockStart + permutation[(int) (at - blockStart)];
    }

    /** The first sample of the block of a position. */
    long startOfBlockOf(long at) {
        return at < firstLength ? 0 : firstLength + (at - firstLength) / window * window;
    }

    /** The number of samples of the block that begins with this sample. */
    int lengthOfBlockAt(long start) {
        return (int) Math.min(start == 0 ? firstLength : window, size - start);
    }

    private void shuffleBlockOf(long at) {
        blockStart = startOfBlockOf(at);
        blockLength = lengthOfBlockAt(blockStart);
        for (int i = 0; i < blockLength; i++) {
            permutation[i] = i;
        }
        CountedRandom.shuffle(
                permutation, blockLength, blockStart == 0 ? key : CountedRandom.key(key, BLOCK, blockStart));
    }
}
