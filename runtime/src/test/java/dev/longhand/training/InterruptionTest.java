package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("kernels")
class InterruptionTest {

    private static final Dataset CLOUDS = Samples.clouds(210, 4, 3, 1);

    @Test
    void anInterruptionEndsTheTrainingAfterTheBatch() {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        int[] batches = new int[1];
        Callback interruption = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                batches[0]++;
                if (training.epoch() == 2 && training.batch() == 3) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        History history = Trainer.of(model)
                .batchSize(10)
                .epochs(40)
                .validation(CLOUDS)
                .callback(interruption)
                .fit(CLOUDS);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(batches[0]).isEqualTo(21 + 3);
        assertThat(history.epochs()).hasSize(2);
        assertThat(history.last().validationLoss()).isNaN();
        assertThat(history.stopReason()).contains("the thread was interrupted");
        Thread.currentThread().interrupt();
        assertThat(Trainer.of(model).fit(CLOUDS).epochs()).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Trainer.of(model).fit(CLOUDS).epochs()).hasSize(1);
    }

    /** Only an interruption leaves a training to be resumed, whatever a callback's words are. */
    @Test
    void aCallbackWithTheWordsOfAnInterruptionEndsTheTraining(@TempDir Path folder) {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        Callback stop = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                training.stop("the thread was interrupted");
            }
        };
        Trainer trainer = Trainer.of(model).epochs(3).validation(CLOUDS).checkpoints(Checkpoints.in(folder));
        History history = trainer.callback(stop).fit(CLOUDS);
        assertThat(history.last().validationLoss()).isFinite();
        Model resumed = TwoLayers.classes(4, 5, 3, 1);
        History again =
                Trainer.of(resumed).epochs(3).validation(CLOUDS).resume(folder).fit(CLOUDS);
        assertThat(again.epochs()).hasSize(1);
        assertThat(again.stopReason()).contains("the thread was interrupted");
    }
}
