package dev.longhand.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.benchmarks.engine.LonghandEngine;
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
        List<Outcome> outcomes = new Contest(settings, logs)
                .run(Workload.D, List.of(contestant(LonghandEngine.NAME, false), contestant("Unknown", true)));
        assertThat(outcomes.get(0).failure()).isNull();
        assertThat(outcomes.get(0).rounds()).hasSize(1);
        assertThat(outcomes.get(1).failure()).contains("the process ended at OPEN");
        String table = new ContestReport("today", Machine.of(Probe.Result.NONE), settings, outcomes).markdown();
        assertThat(table).contains("### D").contains("| Unknown | test | 1 | – | the process ended at OPEN");
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
