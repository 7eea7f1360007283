package dev.longhand.kernel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.longhand.Activation;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.dense.DenseLoops;
import dev.longhand.testing.Numbers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** What the speed of {@link PlainProduct} hangs on, apart from its results. */
class PlainProductTest {

    @Test
    void theTileIsTooLongToBeInlined() throws Exception {
        Path classes = Path.of(PlainProduct.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        StringWriter listing = new StringWriter();
        PrintWriter out = new PrintWriter(listing);
        int status = ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(out, out, "-p", "-c", "-cp", classes.toString(), PlainProduct.class.getName());
        assertThat(status).isZero();

        String text = listing.toString();
        String tile = text.substring(text.indexOf(" tile("));
        int length = Pattern.compile("(\\d+): return")
                .matcher(tile)
                .results()
                .map((MatchResult end) -> Integer.parseInt(end.group(1)))
                .findFirst()
                .orElseThrow();
        assertThat(length).isGreaterThan(325);
    }

    @Test
    void nothingIsAllocatedAfterWarmUp() {
        int n = 20;
        int in = 50;
        int out = 40;
        float[] x = Numbers.normal(n * in, 1, 1);
        float[] p = Numbers.normal(in * out + out, 2, 1);
        float[] a = new float[n * out];
        float[] da = Numbers.normal(n * out, 3, 1);
        float[] g = new float[p.length];
        float[] dx = new float[n * in];
        DenseKernels kernels = new DenseLoops(new PlainProduct());
        Activation[] activations = Activation.values();
        Runnable step = () -> {
            for (Activation f : activations) {
                kernels.dense(x, p, 0, in * out, f, 1, a, n, in, out);
                kernels.activationGradient(f, 1, a, da, a, n, out);
                kernels.denseGradient(x, da, g, 0, in * out, n, in, out);
                kernels.denseInputGradient(da, p, 0, dx, n, in, out);
                kernels.dense(x, p, 0, in * out, f, 1, a, 1, in, 10);
            }
        };
        allocatedBy(step, 100);

        assertThat(allocatedBy(step, 100)).isEqualTo(allocatedBy(step, 0));
    }

    /** Bytes, including the few of the measurement itself. */
    private static long allocatedBy(Runnable step, int times) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < times; i++) {
            step.run();
        }
        return threads.getThreadAllocatedBytes(self) - before;
    }
}
