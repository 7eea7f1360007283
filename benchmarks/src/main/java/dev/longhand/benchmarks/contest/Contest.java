package dev.longhand.benchmarks.contest;

import dev.longhand.benchmarks.engine.EngineFailedException;
import dev.longhand.benchmarks.machine.Baseline;
import dev.longhand.benchmarks.work.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One workload for all contestants: all are started, warmed up and checked; then they run
 * their rounds in turn, each time starting with another one, so that other load on the machine affects
 * all of them alike. Before each round a baseline shows how much load that is. A contestant that fails is left out; the others continue.
 */
final class Contest {

    private final ContestSettings settings;
    private final Path logs;
    private final Baseline baseline;

    /** Contests with these settings; the engines' output goes to the folder {@code logs}. */
    Contest(ContestSettings settings, Path logs, Baseline baseline) {
        this.settings = settings;
        this.logs = logs;
        this.baseline = baseline;
    }

    /** The outcome of each contestant, in their order, and the noise of the machine. */
    record Result(List<Outcome> outcomes, Noise noise) {}

    Result run(Workload workload, List<Contestant> contestants) throws InterruptedException {
        List<Run> runs = new ArrayList<>();
        List<Baseline.Speed> speeds = new ArrayList<>();
        for (Contestant contestant : contestants) {
            runs.add(
                    workload.isCold()
                            ? new ColdRun(workload, contestant, settings, logs)
                            : new WarmRun(workload, contestant, settings, logs));
        }
        try {
            for (Run run : runs) {
                attempt(run, run::begin);
            }
            for (int round = 0; round < settings.rounds(); round++) {
                speeds.add(baseline.run());
                for (int i = 0; i < runs.size(); i++) {
                    Run run = runs.get((round + i) % runs.size());
                    attempt(run, run::round);
                }
            }
            for (Run run : runs) {
                attempt(run, run::end);
            }
        } finally {
            runs.forEach(Run::close);
        }
        return new Result(runs.stream().map(Run::outcome).toList(), new Noise(workload, List.copyOf(speeds)));
    }

    /** A phase of a run. */
    @FunctionalInterface
    private interface Phase {
        void run() throws IOException, EngineFailedException, InterruptedException;
    }

    private static void attempt(Run run, Phase phase) throws InterruptedException {
        if (run.hasFailed()) {
            return;
        }
        try {
            phase.run();
        } catch (IOException | EngineFailedException e) {
            run.fail(e.getMessage());
        }
    }
}
