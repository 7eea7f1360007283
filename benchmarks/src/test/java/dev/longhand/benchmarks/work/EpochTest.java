package dev.longhand.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.training.Trainer;
import dev.longhand.training.TrainingStep;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class EpochTest {

    private static final int SAMPLES = 230;

    @Test
    void orderIsThatOfLonghandsTrainer() throws IOException {
        Task task = Task.TWO_HIDDEN;
        Dataset data = task.train().take(SAMPLES);
        Model trained = task.model(42);
        Trainer.of(trained)
                .optimizer(task.optimizer())
                .batchSize(task.batch())
                .epochs(2)
                .seed(42)
                .fit(data);
        Model stepped = task.model(42);
        try (TrainingStep step = TrainingStep.of(stepped, task.optimizer(), task.batch(), 42)) {
            for (int number = 1; number <= 2; number++) {
                int[] order = Epoch.of(task, 42, number, SAMPLES).order();
                for (int first = 0; first < SAMPLES; first += task.batch()) {
                    int n = Math.min(task.batch(), SAMPLES - first);
                    float[] x = new float[n * task.inputs()];
                    float[] t = new float[n * task.outputs()];
                    data.gather(order, first, n, x, t);
                    step.run(x, t);
                }
            }
        }
        assertThat(stepped.parameters().sha256()).isEqualTo(trained.parameters().sha256());
    }

    @Test
    void layersToldToOtherEnginesAreThoseOfTheModels() {
        for (Task task : Task.values()) {
            DenseLayer last = task.layers().get(task.layers().size() - 1);
            assertThat(last.end()).isEqualTo(task.model(1).info().parameterCount());
        }
    }
}
