package dev.longhand.training.step;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.ParameterInfo;
import dev.longhand.model.Threads;
import dev.longhand.optimizer.LayerRules;
import java.util.stream.IntStream;

/**
 * The gradients of all parameters that aren't frozen, in blocks that threads share. Block b reaches from {@code from(b)}
 * to {@code to(b)}; the blocks don't depend on the number of threads, so neither do sums over them.
 */
final class GradientBlocks {

    private static final int SIZE = 1 << 13;

    /** With fewer blocks, waking a thread costs more than it saves. */
    private static final int SMALLEST_SHARED = 16;

    private final int[] from;
    private final int[] to;
    private final Threads threads;

    /** Work on one block after another. */
    @FunctionalInterface
    interface Work {
        /** Works on the blocks {@code first} (inclusive) to {@code last} (exclusive). */
        void run(int first, int last);
    }

    GradientBlocks(ModelInfo model, LayerRules rules, Threads threads) {
        this.threads = threads;
        IntStream.Builder starts = IntStream.builder();
        IntStream.Builder ends = IntStream.builder();
        for (LayerInfo layer : model.layers()) {
            for (ParameterInfo array : layer.parameters()) {
                if (!rules.isFrozen(layer)) {
                    for (int done = 0; done < array.size(); done += SIZE) {
                        starts.add(array.offset() + done);
                        ends.add(array.offset() + Math.min(array.size(), done + SIZE));
                    }
                }
            }
        }
        from = starts.build().toArray();
        to = ends.build().toArray();
    }

    /** A task that threads share by blocks; made once, since a step allocates nothing. */
    Runnable shared(Work work) {
        Threads.Task task =
                thread -> work.run(threads.begin(from.length, thread), threads.begin(from.length, thread + 1));
        boolean isShared = threads.count() > 1 && from.length >= SMALLEST_SHARED;
        return isShared ? () -> threads.run(task) : () -> work.run(0, from.length);
    }

    int count() {
        return from.length;
    }

    int from(int block) {
        return from[block];
    }

    int to(int block) {
        return to[block];
    }
}
