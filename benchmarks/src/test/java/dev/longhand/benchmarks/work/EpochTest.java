package dev.longhand.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.training.Trainer;
import dev.longhand.training.TrainingStep;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("kernels")
class EpochTest {

    private static final int SEED = 42;

    private static Dataset mnist;

    @BeforeAll
    static void read() throws IOException {
        mnist = Task.TWO_HIDDEN.train();
    }

    @Test
    void orderIsThatOfLonghandsTrainer() {
        Task task = Task.TWO_HIDDEN;
        Dataset data = mnist.take(230);
        Model trained = task.model(SEED);
        train(task, trained, data, 2, 1);
        Model stepped = task.model(SEED);
        step(task, stepped, data, 2, 1);
        assertThat(stepped.parameters().sha256()).isEqualTo(trained.parameters().sha256());
    }

    /**
     * Each task has one digest, whatever the JDK, the kernels and the number of threads, and whether the zeros of the
     * images are skipped, as by the trainer, or multiplied, as by steps on arrays.
     */
    @ParameterizedTest
    @CsvSource({
        "TWO_HIDDEN, 6814b0c500fe40008e88d8fd15e8c4f4346b5344c8a80a5c268c864c83542d79",
        "ONE_HIDDEN, 22e2672027b2e3db2f311e2de9f6cd899824f60e290de062298bc8169ca63df9"
    })
    void parametersAfterAnEpochHaveTheseBits(Task task, String sha256) {
        for (int threads = 1; threads <= 3; threads++) {
            Model trained = task.model(SEED);
            assertThat(trained.info().skipsZeros()).isTrue();
            train(task, trained, mnist, 1, threads);
            assertThat(trained.parameters().sha256())
                    .as("%d threads, zeros skipped", threads)
                    .isEqualTo(sha256);
            Model stepped = task.model(SEED);
            step(task, stepped, mnist, 1, threads);
            assertThat(stepped.parameters().sha256())
                    .as("%d threads, zeros multiplied", threads)
                    .isEqualTo(sha256);
        }
    }

    /** The same for a convolutional network and a part of an epoch. */
    @Test
    void parametersOfAConvolutionalNetworkHaveTheseBits() {
        Task task = Task.CONVOLUTIONAL;
        Dataset data = mnist.take(1_250);
        for (int threads = 1; threads <= 3; threads++) {
            Model trained = task.model(SEED);
            train(task, trained, data, 1, threads);
            assertThat(trained.parameters().sha256())
                    .as("%d threads", threads)
                    .isEqualTo("5cfafcdf1f2d065250aa675a12cfed91da2d9ca77d9522561c795a8c90d79082");
        }
    }

    private static void train(Task task, Model model, Dataset data, int epochs, int threads) {
        Trainer.of(model)
                .optimizer(task.optimizer())
                .batchSize(task.batch())
                .epochs(epochs)
                .seed(SEED)
                .threads(threads)
                .fit(data);
    }

    private static void step(Task task, Model model, Dataset data, int epochs, int threads) {
        try (TrainingStep step = TrainingStep.of(model, task.optimizer(), task.batch(), SEED, threads)) {
            for (int number = 1; number <= epochs; number++) {
                int[] order = Epoch.of(task, SEED, number, data.size()).order();
                for (int first = 0; first < data.size(); first += task.batch()) {
                    int n = Math.min(task.batch(), data.size() - first);
                    float[] x = new float[n * task.inputs()];
                    float[] t = new float[n * task.outputs()];
                    data.gather(order, first, n, x, t);
                    step.run(x, t);
                }
            }
        }
    }
}
