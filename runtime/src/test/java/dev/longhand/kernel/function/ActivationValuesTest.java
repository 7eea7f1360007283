package dev.longhand.kernel.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Activation;
import dev.longhand.kernel.provider.KernelProvider;
import dev.longhand.kernel.team.Team;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("kernels")
class ActivationValuesTest {

    private static final float[] Z = {-30, -2.5f, -1, -0.1f, 0, 0.1f, 1, 2.5f, 30};

    @ParameterizedTest
    @EnumSource
    void valuesAndGradientsAreTheKernelsToTheBit(Activation f) {
        for (float slope : new float[] {f.defaultSlope(), f.hasSlope() ? 0.3f : 1}) {
            FunctionKernels kernels = KernelProvider.functions(new Team(1));
            float[] a = new float[Z.length];
            kernels.activate(f, slope, Z, a, 1, Z.length);
            assertThat(Activations.values(f, slope, Z)).containsExactly(a);

            boolean keepsZ = f == Activation.GELU || f == Activation.SILU || f == Activation.SOFTPLUS;
            float[] da = {1, 2, -3, 4, -5, 6, -7, 8, 9};
            float[] dz = new float[Z.length];
            kernels.activationGradient(f, slope, keepsZ ? Z : a, da, dz, 1, Z.length);
            assertThat(Activations.gradient(f, slope, Z, da)).containsExactly(dz);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SOFTMAX", "LOG_SOFTMAX"})
    void oneNumberIsARowOfOne(Activation f) {
        float[] values = Activations.values(f, Z);
        float[] derivatives = Activations.derivatives(f, Z);
        for (int i = 0; i < Z.length; i++) {
            assertThat(Activations.value(f, Z[i])).isEqualTo(values[i]);
            assertThat(Activations.derivative(f, Z[i])).isEqualTo(derivatives[i]);
        }
    }

    @Test
    void theDocumentedExamplesHold() {
        assertThat(Activations.value(Activation.SIGMOID, 0.5f)).isEqualTo(0.62245935f);
        assertThat(Activations.derivative(Activation.SIGMOID, 0.5f)).isEqualTo(0.23500371f);
        assertThat(Activations.values(Activation.SOFTMAX, 1, 2, 3))
                .containsExactly(0.09003057f, 0.24472848f, 0.66524094f);
        assertThat(Activations.value(Activation.LEAKY_RELU, 0.2f, -5)).isCloseTo(-1, within(1e-7f));
    }

    @Test
    void argumentsStayAsTheyAre() {
        float[] z = Z.clone();
        Activations.values(Activation.GELU, z);
        Activations.derivatives(Activation.GELU, z);
        assertThat(Arrays.equals(z, Z)).isTrue();
    }

    @Test
    void softmaxNeedsARow() {
        assertThatThrownBy(() -> Activations.value(Activation.SOFTMAX, 1))
                .hasMessage("SOFTMAX is a function of a row of numbers: use Activations.values with the whole row");
        assertThatThrownBy(() -> Activations.derivative(Activation.LOG_SOFTMAX, 1))
                .hasMessage(
                        "LOG_SOFTMAX is a function of a row of numbers: use Activations.gradient with the whole row");
    }
}
