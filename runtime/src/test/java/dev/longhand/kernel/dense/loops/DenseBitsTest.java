package dev.longhand.kernel.dense.loops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.dense.DenseLayer;
import dev.longhand.kernel.function.FunctionKernels;
import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.function.loops.ParallelFunctions;
import dev.longhand.kernel.matrix.PlainProduct;
import dev.longhand.kernel.matrix.VectorProduct;
import dev.longhand.kernel.team.Team;
import dev.longhand.testing.Numbers;
import dev.longhand.testing.Sweep;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fixed computation has the same bits on every JDK, system and processor. */
class DenseBitsTest {

    private final MessageDigest digest = MessageDigest.getInstance("SHA-256");

    DenseBitsTest() throws Exception {}

    static Stream<DenseKernels> allKernels() {
        Team alone = new Team(1);
        return Stream.of(
                new NaiveDense(),
                new ParallelDense(alone, PlainProduct::new),
                new ParallelDense(alone, VectorProduct::new));
    }

    @ParameterizedTest
    @MethodSource("allKernels")
    void aStepThroughEveryActivationHasTheseBits(DenseKernels kernels) {
        int n = 37;
        int in = 53;
        int out = 41;
        float[] x = Numbers.normal(n * in, 1, 1);
        float[] p = Numbers.normal(in * out + out, 2, 0.3);
        float[] da = Numbers.normal(n * out, 3, 1);
        FunctionKernels functions = new ParallelFunctions(new Team(1));
        for (Activation f : Activation.values()) {
            float[] z = new float[n * out];
            DenseLayer layer = DenseLayer.of(in, out).bias(in * out);
            kernels.forward(layer, x, p, z, n);
            float[] a = new float[n * out];
            kernels.forward(layer.activation(f), x, p, a, n);
            boolean keepsSums = f == Activation.GELU || f == Activation.SILU || f == Activation.SOFTPLUS;
            float[] dz = new float[n * out];
            functions.activationGradient(f, keepsSums ? z : a, da, dz, n, out);
            float[] g = new float[p.length];
            kernels.gradient(layer, x, dz, g, n);
            float[] dx = new float[n * in];
            kernels.inputGradient(layer, dz, p, dx, n);
            update(a);
            update(g);
            update(dx);
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("dfe06552fa5159d70250aa100deeff2619beee013ab37d9fcd2f4e0cf1c5da77");
    }

    @Test
    void theScalarFunctionsHaveTheseBits() {
        for (float x : Sweep.of(-110, 110)) {
            update(new float[] {
                Functions.exp(x),
                Functions.log(Math.abs(x)),
                Functions.sigmoid(x),
                Functions.tanh(x),
                Functions.softplus(x),
                Functions.normalCdf(x),
                Functions.normalPdf(x)
            });
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("d8dfb6e58d80de738dfa397076be05619f7a92f5c736f3a28382fedd0a74adc7");
    }

    private void update(float[] x) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * x.length);
        for (float value : x) {
            bytes.putInt(Float.floatToIntBits(value));
        }
        digest.update(bytes.array());
    }
}
