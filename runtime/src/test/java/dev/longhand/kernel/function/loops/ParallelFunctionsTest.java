package dev.longhand.kernel.function.loops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.kernel.function.FunctionKernels;
import dev.longhand.kernel.team.Team;
import dev.longhand.testing.Numbers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Teams of 1, 2 and 3 threads give the bits of {@link NaiveFunctions}. */
class ParallelFunctionsTest {

    private static final int[] SIZES = {1, 2, 3, 7, 13, 16, 17, 31, 33, 64, 100, 207};

    private static final List<Team> TEAMS = List.of(new Team(1), new Team(2), new Team(3));

    private final FunctionKernels naive = new NaiveFunctions();
    private final List<FunctionKernels> fast =
            TEAMS.stream().<FunctionKernels>map(ParallelFunctions::new).toList();

    @AfterAll
    static void end() {
        TEAMS.forEach(Team::close);
    }

    @ParameterizedTest
    @EnumSource
    void activationsAreExact(Activation f) {
        for (int units : SIZES) {
            for (float slope : f.hasSlope() ? new float[] {1, 0.01f, 1.7f} : new float[] {1}) {
                int n = 40;
                float[] z = f == Activation.SOFTMAX || f == Activation.LOG_SOFTMAX
                        ? Numbers.normal(n * units + 3, units, 9)
                        : Numbers.awkward(n * units + 3, units);
                float[] da = Numbers.normal(z.length, 1, 1);
                float[] begun = Numbers.normal(z.length, 2, 1);
                float[] expected = begun.clone();
                naive.activate(f, slope, z, expected, n, units);
                for (FunctionKernels fast : fast) {
                    float[] actual = begun.clone();
                    fast.activate(f, slope, z, actual, n, units);
                    assertSame(actual, expected);
                }

                float[] kept = keepsSums(f) ? z : expected;
                float[] expectedGradient = begun.clone();
                naive.activationGradient(f, slope, kept, da, expectedGradient, n, units);
                for (FunctionKernels fast : fast) {
                    float[] actual = begun.clone();
                    fast.activationGradient(f, slope, kept, da, actual, n, units);
                    assertSame(actual, expectedGradient);
                }
            }
        }
    }

    private static void assertSame(float[] actual, float[] expected) {
        // AssertJ names the difference but is slow, so it compares only arrays that differ.
        if (!Arrays.equals(unsignedZeros(actual), unsignedZeros(expected))) {
            assertThat(unsignedZeros(actual)).containsExactly(unsignedZeros(expected));
        }
    }

    @ParameterizedTest
    @EnumSource
    void activationsMayRunInPlace(Activation f) {
        float[] z = Numbers.normal(7_000, 1, 3);
        float[] a = new float[7_000];
        naive.activate(f, 1, z, a, 70, 100);
        float[] kept = keepsSums(f) ? z : a;
        float[] da = Numbers.normal(7_000, 2, 1);
        float[] dz = new float[7_000];
        naive.activationGradient(f, 1, kept, da, dz, 70, 100);
        for (FunctionKernels fast : fast) {
            float[] activated = z.clone();
            fast.activate(f, 1, activated, activated, 70, 100);
            assertSame(activated, a);
            float[] gradient = da.clone();
            fast.activationGradient(f, 1, kept, gradient, gradient, 70, 100);
            assertSame(gradient, dz);
        }
    }

    private static boolean keepsSums(Activation f) {
        return f == Activation.GELU || f == Activation.SILU || f == Activation.SOFTPLUS;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 33, 1000})
    void multiplicationChangesNoFurtherElements(int count) {
        float[] x = Numbers.normal(count + 2, 1, 1);
        float[] m = Numbers.normal(count + 2, 2, 1);
        float[] expected = Numbers.normal(count + 2, 3, 1);
        float[] actual = expected.clone();
        naive.multiply(x, m, expected, count);
        fast.get(1).multiply(x, m, actual, count);
        assertThat(actual).containsExactly(expected);
    }

    /** Replaces −0 by 0, because the sign of 0 isn't part of the contract. */
    private static float[] unsignedZeros(float[] x) {
        float[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += 0f;
        }
        return y;
    }
}
