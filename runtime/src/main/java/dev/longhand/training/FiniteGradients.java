package dev.longhand.training;

import java.util.Arrays;

/** Whether all gradients are finite, found at the speed of reading them. */
final class FiniteGradients {

    /** Sums side by side, so that the loops run as SIMD; a power of 2. */
    private static final int LANES = 1 << 9;

    /** The lanes that are added one by one. */
    private static final int LAST = 1 << 3;

    private final GradientBlocks blocks;
    private final float[] g;
    private final float[][] lanes;
    private final float[] sums;
    private final Runnable add;

    /** Looks at the gradients of an array. */
    FiniteGradients(GradientBlocks blocks, float[] g) {
        this.blocks = blocks;
        this.g = g;
        lanes = new float[blocks.count()][];
        Arrays.setAll(lanes, block -> new float[blocks.to(block) - blocks.from(block) < LANES ? 0 : LANES]);
        sums = new float[blocks.count()];
        add = blocks.shared(this::add);
    }

    /** Whether none is infinite or NaN: 0·g is 0 for a finite g, otherwise NaN. */
    boolean areFinite() {
        add.run();
        float all = 0;
        for (float sum : sums) {
            all += sum;
        }
        return all == 0;
    }

    private void add(int first, int last) {
        for (int block = first; block < last; block++) {
            int from = blocks.from(block);
            int to = blocks.to(block);
            sums[block] = lanes[block].length == 0 ? sum(g, from, to) : sum(g, from, to, lanes[block]);
        }
    }

    private static float sum(float[] g, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += 0 * g[i];
        }
        return sum;
    }

    private static float sum(float[] g, int from, int to, float[] lanes) {
        Arrays.fill(lanes, 0);
        for (int start = from; start < to; start += LANES) {
            int count = Math.min(LANES, to - start);
            for (int lane = 0; lane < count; lane++) {
                lanes[lane] += 0 * g[start + lane];
            }
        }
        for (int half = LANES / 2; half >= LAST; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                lanes[lane] += lanes[lane + half];
            }
        }
        return sum(lanes, 0, LAST);
    }
}
