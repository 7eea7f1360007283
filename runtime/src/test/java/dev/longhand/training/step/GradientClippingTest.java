package dev.longhand.training.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Threads;
import dev.longhand.optimizer.LayerRules;
import dev.longhand.testing.TwoLayers;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How gradients are clipped. */
@Tag("kernels")
class GradientClippingTest {

    /** Clips gradients of a network of 33 parameters, all 0 but the first two. */
    private static float[] clipped(Clipping limits, float first, float second) {
        Model example = TwoLayers.classes(4, 5, 3, 1);
        float[] g = new float[example.info().parameterCount()];
        g[0] = first;
        g[1] = second;
        new GradientClipping(limits, new GradientBlocks(example.info(), LayerRules.none(), Threads.of(1)), g).run();
        return Arrays.copyOf(g, 3);
    }

    @Test
    void aNormIsScaledDownToItsLimitAsInPyTorch() {
        Clipping one = new Clipping(Double.POSITIVE_INFINITY, 1);
        float factor = (float) (1 / 5.000001);
        assertThat(clipped(one, 3, -4)).containsExactly(3 * factor, -4 * factor, 0);
        assertThat(clipped(one, 3, -4)).containsExactly(0.59999988f, -0.79999984f, 0);
        assertThat(clipped(one, 0.3f, -0.4f)).containsExactly(0.3f, -0.4f, 0);
    }

    @Test
    void valuesAreLimitedBeforeTheNorm() {
        assertThat(clipped(new Clipping(2, Double.POSITIVE_INFINITY), 3, -1)).containsExactly(2, -1, 0);
        assertThat(clipped(new Clipping(4, 1), 3, -400)).containsExactly(0.59999988f, -0.79999984f, 0);
    }

    @Test
    void anInfiniteGradientIsFoundBeforeValuesAreClipped() {
        ModelInfo info = TwoLayers.classes(4, 5, 3, 1).info();
        float[] g = new float[info.parameterCount()];
        g[3] = Float.POSITIVE_INFINITY;
        GradientBlocks blocks = new GradientBlocks(info, LayerRules.none(), Threads.of(1));
        assertThat(new GradientClipping(new Clipping(1, 1), blocks, g).run()).isFalse();
        g[3] = 3;
        GradientClipping clipping = new GradientClipping(new Clipping(2, 10), blocks, g);
        assertThat(clipping.run()).isTrue();
        assertThat(clipping.norm()).isEqualTo(2);
        assertThat(g[3]).isEqualTo(2);
    }
}
