package dev.longhand.kernel.norm.loops;

import dev.longhand.kernel.warmup.WarmUp;

/** Runs every pass of a vector implementation until C2 has compiled it. */
final class NormWarmUp implements WarmUp.Workload {

    /** The warm-up of this process's vector norms; it starts with the first network that has any. */
    static final WarmUp OF_PROCESS = new WarmUp(WarmUp.PATIENCE_NANOS, () -> new NormWarmUp(new VectorNormPasses()));

    private static final int PASSES = 5;
    private static final int[] WIDTHS = {256, 240, 100};

    private final NormPasses passes;
    private final ChannelValues rows = new ChannelValues();
    private final float[] x = new float[10_000];
    private final float[] a = new float[10_000];

    NormWarmUp(NormPasses passes) {
        this.passes = passes;
    }

    @Override
    public boolean isFast() {
        boolean fast = true;
        for (int width : WIDTHS) {
            rows.reserve(width);
            long begun = System.nanoTime();
            passes.add(rows, x, 0, x.length);
            passes.addDeviations(rows, x, 0, x.length);
            passes.normalize(rows, x, a, 0, x.length);
            passes.addGradients(rows, x, a, 0, x.length);
            passes.inputGradient(rows, x, a, a, 0, x.length);
            fast &= (double) PASSES * x.length > WarmUp.FAST * (System.nanoTime() - begun);
        }
        return fast;
    }
}
