package dev.longhand.benchmarks.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.benchmarks.parts.MeasuredSteps.Phase;
import dev.longhand.benchmarks.work.Epoch;
import dev.longhand.benchmarks.work.Task;
import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.training.TrainingStep;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class MeasuredStepsTest {

    @ParameterizedTest
    @EnumSource(names = {"CONVOLUTIONAL", "XOR", "ROWS", "DEEP", "TOKENS"})
    void aMeasuredStepIsThatOfATraining(Task task) throws IOException {
        Dataset data = task.train().take(task.batch());
        String expected = trained(task, data);
        for (int threads = 1; threads <= 2; threads++) {
            try (MeasuredSteps plain = MeasuredSteps.plain(task, data, threads);
                    MeasuredSteps timed = MeasuredSteps.timed(task, data, threads)) {
                plain.run(0);
                timed.run(0);
                assertThat(plain.sha256()).isEqualTo(expected);
                assertThat(timed.sha256()).isEqualTo(expected);
            }
        }
    }

    private static String trained(Task task, Dataset data) {
        int[] order = Epoch.of(task, 42, 1, data.size()).order();
        float[] x = new float[data.size() * task.inputs()];
        float[] t = new float[data.size() * task.outputs()];
        data.gather(order, 0, data.size(), x, t);
        Model model = task.model(42);
        try (TrainingStep step = TrainingStep.of(model, task.optimizer(), data.size(), 42)) {
            step.run(x, t);
        }
        return model.parameters().sha256();
    }

    @ParameterizedTest
    @CsvSource({
        "ROWS, forwardReader  RecurrentKernels.lstm, backwardReader  RecurrentKernels.lstmGradient",
        "CONVOLUTIONAL, forwardHidden  DenseKernels.forward, backwardConvolution2  ConvolutionKernels.inputGradient",
        "TOKENS, forwardTokens  EmbeddingKernels.forward, backwardReader  GruGradient.run"
    })
    void kernelsAreNamedAfterTheGeneratedMethodsThatCallThem(Task task, String forward, String backward)
            throws IOException {
        try (MeasuredSteps steps = MeasuredSteps.timed(task, task.train().take(2 * task.batch()), 1)) {
            steps.run(0);
            steps.run(0);
            steps.run(0);
            List<Phase> phases = steps.phases();
            assertThat(names(phases.get(1))).contains(forward).doesNotContain(backward);
            assertThat(names(phases.get(2))).contains(backward).doesNotContain(forward);
            assertThat(phases.get(1).kernels()).allMatch(kernel -> kernel.count() == 1);
        }
    }

    private static List<String> names(Phase phase) {
        return phase.kernels().stream().map(Times::name).toList();
    }

    @Test
    void aWorkloadThatPredictsHasNoSteps() {
        StringWriter errors = new StringWriter();
        int code = new CommandLine(new PartsCommand())
                .setErr(new PrintWriter(errors))
                .execute("--workload", "K100");
        assertThat(code).isEqualTo(2);
        assertThat(errors.toString()).contains("K100 predicts: choose a workload that trains, such as C, G or H");
    }

    @Test
    void theMedianIsTheMiddleInMicroseconds() {
        Times times = new Times("a kernel");
        assertThat(times.median()).isZero();
        for (int i = 1; i <= 3001; i++) {
            times.add(1000L * i);
        }
        assertThat(times.median()).isEqualTo(1501);
    }
}
