package dev.longhand.kernel.function.loops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.kernel.function.Functions;
import dev.longhand.testing.Sweep;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link VectorFunctions} against {@link Functions}, bit for bit. */
class VectorFunctionsTest {

    /** One function of one number. */
    @FunctionalInterface
    private interface Scalar {
        float of(float x);
    }

    /** The same function of many numbers. */
    @FunctionalInterface
    private interface Vectors {
        void run(float[] x, int from, float[] y, int to, int count);
    }

    @Test
    void sigmoidIsTheSame() {
        assertSame(VectorFunctions::sigmoid, Functions::sigmoid, -110, 40);
    }

    @Test
    void tanhIsTheSame() {
        assertSame(VectorFunctions::tanh, Functions::tanh, -10, 10);
    }

    private static void assertSame(Vectors vectors, Scalar scalar, float from, float to) {
        float[][] sweeps = {Sweep.of(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY), Sweep.of(from, to), nan()};
        for (float[] x : sweeps) {
            float[] y = new float[x.length];
            vectors.run(x, 0, y, 0, x.length);
            for (int i = 0; i < x.length; i++) {
                if (Float.floatToIntBits(y[i]) != Float.floatToIntBits(scalar.of(x[i]))) {
                    assertThat(y[i]).as("at %s", x[i]).isEqualTo(scalar.of(x[i]));
                }
            }
        }
    }

    private static float[] nan() {
        float[] x = new float[16];
        Arrays.fill(x, Float.NaN);
        return x;
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 31, 32, 33, 207})
    void nothingButThePartIsWritten(int count) {
        float[] x = Sweep.of(-3, 5);
        float[] sigmoid = new float[count + 5];
        float[] tanh = new float[count + 5];
        VectorFunctions.sigmoid(x, 7, sigmoid, 2, count);
        VectorFunctions.tanh(x, 7, tanh, 2, count);
        for (int i = 0; i < count + 5; i++) {
            boolean isPart = i >= 2 && i < count + 2;
            assertThat(sigmoid[i]).isEqualTo(isPart ? Functions.sigmoid(x[i + 5]) : 0);
            assertThat(tanh[i]).isEqualTo(isPart ? Functions.tanh(x[i + 5]) : 0);
        }
    }
}
