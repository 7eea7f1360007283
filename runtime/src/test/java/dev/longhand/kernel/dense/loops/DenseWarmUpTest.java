package dev.longhand.kernel.dense.loops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.dense.DenseLayer;
import dev.longhand.kernel.matrix.PlainProduct;
import dev.longhand.kernel.matrix.ProductWarmUp;
import dev.longhand.kernel.matrix.TieredProduct;
import dev.longhand.kernel.matrix.VectorProduct;
import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.warmup.WarmUp;
import dev.longhand.kernel.weights.WeightSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DenseWarmUpTest {

    @Test
    void warmUpEndsWhenVectorsAreFast() throws InterruptedException {
        WarmUp warmUp = new WarmUp(1_000, () -> new ProductWarmUp(new VectorProduct()));
        assertThat(warmUp.isDone()).isFalse();
        warmUp.spent(1_000);
        while (!warmUp.isDone()) {
            Thread.sleep(10);
        }
    }

    @Test
    void warmUpBeginsOnceAfterEnoughTimeInThePlainProduct() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        WarmUp warmUp = new WarmUp(1_000, () -> {
            begun.incrementAndGet();
            return new ProductWarmUp(new PlainProduct());
        });
        warmUp.spent(999);
        assertThat(begun.get()).isZero();
        warmUp.spent(1);
        warmUp.spent(1_000);
        while (!warmUp.isDone()) {
            Thread.sleep(10);
        }
        assertThat(begun.get()).isEqualTo(1);
    }

    @Test
    void plainProductDoesTheWorkUntilVectorsAreFast() {
        AtomicInteger begun = new AtomicInteger();
        WarmUp warmUp = new WarmUp(Long.MAX_VALUE, () -> {
            begun.incrementAndGet();
            return new ProductWarmUp(new PlainProduct());
        });
        DenseKernels kernels = new ParallelDense(new Team(1), () -> new TieredProduct(warmUp, new WeightSource()));
        float[] dx = new float[4];
        kernels.inputGradient(DenseLayer.of(4, 1), new float[] {2}, new float[] {1, 2, 3, 4}, dx, 1);
        assertThat(dx).containsExactly(2, 4, 6, 8);
        assertThat(warmUp.isDone()).isFalse();
        assertThat(begun.get()).isZero();
    }
}
