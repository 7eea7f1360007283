package dev.longhand.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.longhand.training.Callback;
import dev.longhand.training.EpochResult;
import dev.longhand.training.Trainer;
import dev.longhand.training.Training;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("kernels")
class StepMemoryTest {

    @ParameterizedTest
    @CsvSource({"TWO_HIDDEN, 1", "TWO_HIDDEN, 2", "TWO_HIDDEN, 3", "CONVOLUTIONAL, 1", "CONVOLUTIONAL, 2"})
    void stepsAllocateNothingInAnyThreadAfterWarmUp(Task task, int threads) throws IOException {
        Allocations allocations = new Allocations();
        Trainer.of(task.model(42))
                .optimizer(task.optimizer())
                .batchSize(task.batch())
                .epochs(2_000)
                .threads(threads)
                .callback(allocations)
                .fit(task.train().take(20 * task.batch()));
        assertThat(allocations.others).hasSize(threads - 1);
        assertThat(allocations.inEpoch).isZero();
    }

    /**
     * The bytes that all threads together allocate from the second batch of an epoch to its last one;
     * stops at the first epoch without any. Vectors are objects until C2 has compiled the kernels, so
     * that takes a few.
     */
    private static final class Allocations implements Callback {

        private final ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private List<Long> others = List.of();
        private long before;
        private long inEpoch;

        @Override
        public void onBatchEnd(Training training) {
            if (training.batch() == 2) {
                others = Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("longhand-"))
                        .map(Thread::getId)
                        .toList();
                // This thread is read last here and first below, so that the measurement itself isn't counted.
                long elsewhere = elsewhere();
                before = elsewhere + bean.getCurrentThreadAllocatedBytes();
            } else if (training.batch() == training.batches()) {
                long here = bean.getCurrentThreadAllocatedBytes();
                inEpoch = here + elsewhere() - before;
            }
        }

        private long elsewhere() {
            long bytes = 0;
            for (long id : others) {
                bytes += bean.getThreadAllocatedBytes(id);
            }
            return bytes;
        }

        @Override
        public void onEpochEnd(Training training, EpochResult result) {
            if (inEpoch == 0) {
                training.stop("nothing was allocated");
            }
        }
    }
}
