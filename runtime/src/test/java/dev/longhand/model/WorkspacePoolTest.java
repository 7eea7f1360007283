package dev.longhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.longhand.testing.TwoLayers;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkspacePoolTest {

    @Test
    void manyVirtualThreadsNeedFewWorkspaces() throws Exception {
        Method start = Arrays.stream(Thread.class.getMethods())
                .filter(method -> method.getName().equals("startVirtualThread"))
                .findFirst()
                .orElse(null);
        assumeTrue(start != null, "virtual threads come with JDK 21");
        Model model = TwoLayers.classes(20, 50, 3, 1);
        AtomicInteger made = new AtomicInteger();
        WorkspacePool pool = new WorkspacePool(() -> {
            made.incrementAndGet();
            return Workspace.forPredicting(model.info(), 1);
        });
        float[] x = new float[20];
        float[] expected = model.predict(x);
        AtomicInteger right = new AtomicInteger();
        Runnable prediction = () -> {
            Workspace ws = pool.take();
            float[] y = new float[3];
            model.predictor().predict(ws, x, 1, y);
            pool.giveBack(ws);
            right.addAndGet(Arrays.equals(y, expected) ? 1 : 0);
        };
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            threads.add((Thread) start.invoke(null, prediction));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(right).hasValue(50_000);
        // A thread that looks while another one puts its workspace back may miss it.
        assertThat(made.get()).isBetween(1, 2 * Runtime.getRuntime().availableProcessors());
    }

    @Test
    void aWorkspaceHoldsWhatIsPredicted() {
        long one = bytesOfFirstPrediction(1);
        assertThat(bytesOfFirstPrediction(2)).isLessThan(3 * one);
        assertThat(bytesOfFirstPrediction(9)).isLessThan(20 * one);
        assertThat(bytesOfFirstPrediction(1_000)).isLessThan(200 * one + 4 * 1_000 * 3);
    }

    /** The bytes that the first prediction of n samples allocates, after another model's. */
    private static long bytesOfFirstPrediction(int n) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] x = new float[n * 20];
        TwoLayers.classes(20, 4_000, 3, 1).predict(x);
        Model model = TwoLayers.classes(20, 4_000, 3, 1);
        long before = threads.getCurrentThreadAllocatedBytes();
        model.predict(x);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
