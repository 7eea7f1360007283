package dev.longhand.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.benchmarks.engine.LonghandEngine;
import dev.longhand.benchmarks.machine.Baseline;
import dev.longhand.benchmarks.machine.Jdk;
import dev.longhand.benchmarks.machine.Machine;
import dev.longhand.benchmarks.machine.Probe;
import dev.longhand.benchmarks.work.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestTest {

    @TempDir
    private Path logs;

    @Test
    void engineThatCannotBeLoadedIsReportedInTheTableAndTheOthersContinue() throws InterruptedException {
        ContestSettings settings = new ContestSettings(1, 1, 0.01, 200, 60, 42);
        List<Contestant> contestants = List.of(contestant(LonghandEngine.NAME, false), contestant("Unknown", true));
        Contest.Result result;
        try (Baseline baseline = new Baseline()) {
            result = new Contest(settings, logs, baseline).run(Workload.D, contestants);
        }
        List<Outcome> outcomes = result.outcomes();
        assertThat(outcomes.get(0).failure()).isNull();
        assertThat(outcomes.get(0).rounds()).hasSize(1);
        assertThat(outcomes.get(1).failure()).contains("the process ended at OPEN");
        String table = new ContestReport(
                        "today", Machine.of(Probe.Result.NONE), settings, outcomes, List.of(result.noise()))
                .markdown();
        assertThat(result.noise().baseline()).hasSize(1);
        assertThat(table).contains("### D").contains("| Unknown | test | 1 | – | the process ended at OPEN");
    }

    @Test
    void noiseIsTheSpreadOfTheBaseline() {
        Noise noise = new Noise(
                Workload.A, List.of(new Baseline.Speed(10, 20), new Baseline.Speed(8, 22), new Baseline.Speed(11, 4)));
        assertThat(noise.line()).isEqualTo("Baseline: 10.0 (8.00 – 11.0) GFLOP/s, 20.0 (4.00 – 22.0) GB/s.\n");
    }

    @Test
    void theFasterEngineHasARatioAboveOneForTimesAndForThroughputs() {
        assertThat(outcome(Workload.A, 300).speedupOver(outcome(Workload.A, 100)))
                .isEqualTo(3);
        assertThat(outcome(Workload.D, 100).speedupOver(outcome(Workload.D, 300)))
                .isEqualTo(3);
    }

    private static Contestant contestant(String engine, boolean isPeer) {
        List<String> java =
                new ArrayList<>(List.of(Jdk.current().java(), "-cp", System.getProperty("java.class.path")));
        return new Contestant(engine, engine, "test", java, 1, isPeer);
    }

    private static Outcome outcome(Workload workload, double figure) {
        Outcome.Setup setup = new Outcome.Setup("an engine", false, "17", 1, "");
        return new Outcome(workload, setup, null, List.of(figure), new Outcome.Check(1, 0), 0);
    }
}
