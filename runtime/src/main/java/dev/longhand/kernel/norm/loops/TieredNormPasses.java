package dev.longhand.kernel.norm.loops;

import dev.longhand.kernel.warmup.WarmUp;

/** Plain loops until C2 has compiled those that use vectors: both give the same bits. */
final class TieredNormPasses implements NormPasses {

    private final WarmUp warmUp;
    private final NormPasses plain = new PlainNormPasses();
    private final NormPasses vectors = new VectorNormPasses();
    private boolean isWarm;
    private long begun;

    TieredNormPasses(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public void add(ChannelValues rows, float[] x, int from, int to) {
        begin().add(rows, x, from, to);
        end();
    }

    @Override
    public void addDeviations(ChannelValues rows, float[] x, int from, int to) {
        begin().addDeviations(rows, x, from, to);
        end();
    }

    @Override
    public void normalize(ChannelValues rows, float[] x, float[] a, int from, int to) {
        begin().normalize(rows, x, a, from, to);
        end();
    }

    @Override
    public void addGradients(ChannelValues rows, float[] x, float[] da, int from, int to) {
        begin().addGradients(rows, x, da, from, to);
        end();
    }

    @Override
    public void inputGradient(ChannelValues rows, float[] x, float[] da, float[] dx, int from, int to) {
        begin().inputGradient(rows, x, da, dx, from, to);
        end();
    }

    private NormPasses begin() {
        if (isWarm || warmUp.isDone()) {
            isWarm = true;
            return vectors;
        }
        begun = System.nanoTime();
        return plain;
    }

    private void end() {
        if (!isWarm) {
            warmUp.spent(System.nanoTime() - begun);
        }
    }
}
