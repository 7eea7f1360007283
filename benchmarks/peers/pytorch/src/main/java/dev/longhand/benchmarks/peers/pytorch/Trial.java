package dev.longhand.benchmarks.peers.pytorch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;

/** Finds the fastest set-up by running all of them in turn. */
final class Trial {

    /** The fewest rounds. */
    private static final int ROUNDS = 7;

    /** The first rounds, which aren't measured. */
    private static final int WARMUP = 2;

    /** The shortest trial, in nanoseconds. */
    private static final long SHORTEST = 500_000_000;

    private Trial() {}

    /**
     * The set-up whose fastest run is the fastest of all; operations use it from then on.
     *
     * @param work what is run, for each set-up
     */
    static Setup fastest(List<Setup> setups, Function<Setup, Runnable> work) {
        Setup fastest = setups.size() == 1 ? setups.get(0) : measured(setups, work);
        fastest.apply();
        return fastest;
    }

    private static Setup measured(List<Setup> setups, Function<Setup, Runnable> work) {
        double[] best = new double[setups.size()];
        Arrays.fill(best, Double.MAX_VALUE);
        try (PointerScope scope = new PointerScope()) {
            List<Runnable> runs = new ArrayList<>();
            for (Setup setup : setups) {
                setup.apply();
                runs.add(work.apply(setup));
            }
            long begin = System.nanoTime();
            for (int round = 0; round < ROUNDS || System.nanoTime() - begin < SHORTEST; round++) {
                for (int i = 0; i < best.length; i++) {
                    setups.get(i).apply();
                    long start = System.nanoTime();
                    runs.get(i).run();
                    long time = System.nanoTime() - start;
                    best[i] = round < WARMUP ? best[i] : Math.min(best[i], time);
                }
            }
        }
        int fastest = 0;
        for (int i = 1; i < best.length; i++) {
            fastest = best[i] < best[fastest] ? i : fastest;
        }
        return setups.get(fastest);
    }
}
