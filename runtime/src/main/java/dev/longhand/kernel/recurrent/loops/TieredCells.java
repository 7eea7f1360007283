package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.warmup.WarmUp;
import org.jspecify.annotations.Nullable;

/** Plain loops until C2 has compiled those of the Vector API, which give the same bits; vector loops from then on. */
final class TieredCells implements Cells {

    private final WarmUp warmUp;
    private final Cells vectors = new VectorCells();

    /** Null, its scratch arrays freed, once the vector loops are fast. */
    private @Nullable Cells plain = new PlainCells();

    private long begun;

    TieredCells(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public void lstm(LstmStep step) {
        begin().lstm(step);
        end();
    }

    @Override
    public void lstmGradient(LstmStep step) {
        begin().lstmGradient(step);
        end();
    }

    @Override
    public void gru(GruStep step) {
        begin().gru(step);
        end();
    }

    @Override
    public void gruGradient(GruStep step) {
        begin().gruGradient(step);
        end();
    }

    @Override
    public void gruStateGradient(GruStep step) {
        begin().gruStateGradient(step);
        end();
    }

    private Cells begin() {
        if (plain == null || warmUp.isDone()) {
            plain = null;
            return vectors;
        }
        begun = System.nanoTime();
        return plain;
    }

    private void end() {
        if (plain != null) {
            warmUp.spent(System.nanoTime() - begun);
        }
    }
}
