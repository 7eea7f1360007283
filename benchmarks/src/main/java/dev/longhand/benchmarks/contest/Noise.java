package dev.longhand.benchmarks.contest;

import dev.longhand.benchmarks.machine.Baseline;
import dev.longhand.benchmarks.machine.Figures;
import dev.longhand.benchmarks.work.Workload;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The noise of the machine during a contest.
 *
 * @param workload its letter
 * @param baseline the speed of a fixed work, before each round
 */
record Noise(Workload workload, List<Baseline.Speed> baseline) {

    /** Median, least and most, in one line; nothing if there was no round. */
    String line() {
        return baseline.isEmpty()
                ? ""
                : "Baseline: %s GFLOP/s, %s GB/s.\n"
                        .formatted(spread(Baseline.Speed::gigaflops), spread(Baseline.Speed::gigabytes));
    }

    private String spread(ToDoubleFunction<Baseline.Speed> speed) {
        double[] sorted = baseline.stream().mapToDouble(speed).sorted().toArray();
        return Figures.text(sorted[sorted.length / 2]) + " (" + Figures.text(sorted[0]) + " – "
                + Figures.text(sorted[sorted.length - 1]) + ")";
    }
}
