package dev.longhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.longhand.testing.TwoLayers;
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
            model.predictor().predict(ws, x, 1, y, null);
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
        Predictor predictor = TwoLayers.classes(20, 50, 3, 1).predictor();
        assertThat(predictor.workspaceSize(1)).isEqualTo(1);
        assertThat(predictor.workspaceSize(2)).isEqualTo(2);
        assertThat(predictor.workspaceSize(9)).isEqualTo(16);
        assertThat(predictor.workspaceSize(128)).isEqualTo(128);
        assertThat(predictor.workspaceSize(1_000)).isEqualTo(128);
        // A block holds at most 4,194,304 numbers, and a sample has more than 100,000 here.
        Predictor wide = TwoLayers.classes(20, 100_000, 3, 1).predictor();
        assertThat(wide.workspaceSize(1_000)).isBetween(1, 41);
        assertThat(wide.workspaceSize(1_000)).isEqualTo(wide.workspaceSize(64));
    }
}
