package dev.longhand.kernel.recurrent.loops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.kernel.Kernels;
import dev.longhand.kernel.recurrent.Recurrence;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.recurrent.SequenceSteps;
import dev.longhand.testing.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All {@link RecurrentKernels} give the same bits as {@link NaiveRecurrence}. */
abstract class RecurrenceContract {

    private static final int[] UNITS = {1, 2, 7, 13, 16, 17, 31, 33, 64};
    private static final int[] SAMPLES = {1, 2, 3, 7, 16, 33};
    private static final int[] TIMES = {1, 2, 5};

    private final RecurrentKernels naive = new NaiveRecurrence();
    private final RecurrentKernels fast;

    RecurrenceContract(RecurrentKernels fast) {
        this.fast = fast;
    }

    static Stream<Recurrence> recurrences() {
        return Arrays.stream(UNITS)
                .boxed()
                .flatMap(units -> Arrays.stream(TIMES)
                        .boxed()
                        .flatMap(time ->
                                Stream.of(Recurrence.toLastState(time, units), Recurrence.toSequence(time, units))));
    }

    /** The arrays of a layer with {@code k} gates, as parts of larger ones whose other elements are garbage. */
    private static final class Layer {
        final int n;
        final int u;
        final int c;
        final float[] p;
        final float[] gates;
        final float[] da;
        final float[] first;
        final float[] second;
        final float[] a;
        final float[] dz;
        final float[] dv;

        Layer(Recurrence r, int n, int k) {
            this.n = n;
            int units = r.units();
            int count = n * r.time() * units;
            u = 5;
            c = units % 2 == 0 ? Kernels.NO_BIAS : u + k * units * units;
            p = Numbers.normal(u + k * units * (units + 1) + 3, units, 1 / Math.sqrt(units));
            gates = Numbers.normal(k * count + 9, 1, 1);
            da = Numbers.normal(count + 9, 2, 1);
            first = Numbers.normal(count + 9, 3, 1);
            second = Numbers.normal(count + 9, 4, 1);
            a = Numbers.normal(count + 9, 5, 1);
            dz = Numbers.normal(k * count + 9, 6, 1);
            dv = Numbers.normal(k * count + 9, 7, 1);
        }

        List<float[]> written() {
            return List.of(gates, first, second, a, dz, dv);
        }
    }

    private static void assertSame(Layer actual, Layer expected, Recurrence r) {
        for (int i = 0; i < expected.written().size(); i++) {
            assertThat(actual.written().get(i))
                    .as("%s, %d samples, array %d", r, actual.n, i)
                    .usingComparator((x, y) -> Arrays.equals(x, y) ? 0 : 1)
                    .isEqualTo(expected.written().get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("recurrences")
    void simpleRecurrentLayersAreExact(Recurrence r) {
        for (int n : SAMPLES) {
            Layer expected = new Layer(r, n, 1);
            Layer actual = new Layer(r, n, 1);
            rnn(naive, r, Activation.TANH, expected);
            rnn(fast, r, Activation.TANH, actual);
            assertSame(actual, expected, r);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SOFTMAX", "LOG_SOFTMAX"})
    void simpleRecurrentLayersWithAnyActivationAreExact(Activation f) {
        Recurrence r = Recurrence.toSequence(4, 17);
        Layer expected = new Layer(r, 7, 1);
        Layer actual = new Layer(r, 7, 1);
        rnn(naive, r, f, expected);
        rnn(fast, r, f, actual);
        assertSame(actual, expected, r);
    }

    private static void rnn(RecurrentKernels kernels, Recurrence r, Activation f, Layer l) {
        float slope = f.hasSlope() ? 0.7f : 1;
        Recurrence layer = r.weights(l.u).activation(f, slope);
        kernels.rnn(layer, l.gates, l.p, l.first, l.a, l.n);
        kernels.rnnGradient(layer, l.gates, l.p, l.da, l.dz, l.n);
    }

    @ParameterizedTest
    @MethodSource("recurrences")
    void gatedRecurrentUnitsAreExact(Recurrence r) {
        for (int n : SAMPLES) {
            Layer expected = new Layer(r, n, 3);
            Layer actual = new Layer(r, n, 3);
            gru(naive, r, expected);
            gru(fast, r, actual);
            assertSame(actual, expected, r);
        }
    }

    private static void gru(RecurrentKernels kernels, Recurrence r, Layer l) {
        Recurrence layer = r.weights(l.u).bias(l.c);
        kernels.gru(layer, l.gates, l.p, l.first, l.second, l.a, l.n);
        kernels.gruGradient(layer, l.gates, l.first, l.second).run(l.p, l.da, l.dz, l.dv, l.n);
    }

    @ParameterizedTest
    @MethodSource("recurrences")
    void longShortTermMemoryIsExact(Recurrence r) {
        for (int n : SAMPLES) {
            Layer expected = new Layer(r, n, 4);
            Layer actual = new Layer(r, n, 4);
            lstm(naive, r, expected);
            lstm(fast, r, actual);
            assertSame(actual, expected, r);
        }
    }

    private static void lstm(RecurrentKernels kernels, Recurrence r, Layer l) {
        Recurrence layer = r.weights(l.u);
        kernels.lstm(layer, l.gates, l.p, l.first, l.second, l.a, l.n);
        kernels.lstmGradient(layer, l.gates, l.p, l.second, l.da, l.dz, l.n);
    }

    @Test
    void aSmallBatchAfterALargeOneIsExact() {
        Recurrence r = Recurrence.toLastState(3, 33);
        lstm(fast, r, new Layer(r, 33, 4));
        Layer expected = new Layer(r, 2, 4);
        Layer actual = new Layer(r, 2, 4);
        lstm(naive, r, expected);
        lstm(fast, r, actual);
        assertSame(actual, expected, r);
    }

    /** Runs a layer's two passes. */
    private interface Passes {
        void run(RecurrentKernels kernels, Recurrence r, Layer l);
    }

    @Test
    void paddedSequencesGiveTheBitsOfEachSequenceAlone() {
        Passes rnn = (kernels, r, l) -> rnn(kernels, r, Activation.TANH, l);
        Passes silu = (kernels, r, l) -> rnn(kernels, r, Activation.SILU, l);
        for (int units : UNITS) {
            for (int n : SAMPLES) {
                for (Recurrence r : List.of(Recurrence.toLastState(5, units), Recurrence.toSequence(5, units))) {
                    assertMasked(r, n, 1, rnn);
                    assertMasked(r, n, 1, silu);
                    assertMasked(r, n, 3, RecurrenceContract::gru);
                    assertMasked(r, n, 4, RecurrenceContract::lstm);
                }
            }
        }
    }

    private void assertMasked(Recurrence r, int n, int k, Passes passes) {
        SequenceSteps steps = SequenceSteps.of(n, 5);
        for (int s = 0; s < n; s++) {
            steps.set(s, s % 3, 5 - s % 2 - s / 16);
        }
        Layer masked = new Layer(r, n, k);
        Layer before = new Layer(r, n, k);
        passes.run(fast.within(steps), r, masked);
        for (int s = 0; s < n; s++) {
            assertMasked(r, k, passes, steps, s, before, masked);
        }
    }

    private void assertMasked(
            Recurrence r, int k, Passes passes, SequenceSteps steps, int s, Layer before, Layer masked) {
        int units = r.units();
        int length = steps.last(s) - steps.first(s) + 1;
        int at = (s * 5 + steps.first(s)) * units;
        int output = r.returnsSequence() ? at : s * units;
        Recurrence ofLength =
                r.returnsSequence() ? Recurrence.toSequence(length, units) : Recurrence.toLastState(length, units);
        Layer alone = new Layer(ofLength, 1, k);
        int count = length * units;
        int outputs = r.returnsSequence() ? count : units;
        System.arraycopy(before.gates, k * at, alone.gates, 0, k * count);
        System.arraycopy(before.da, output, alone.da, 0, outputs);
        passes.run(naive, ofLength, alone);
        assertRows("gates", masked.gates, k * at, alone.gates, k * count);
        assertRows("first", masked.first, at, alone.first, count);
        assertRows("a", masked.a, output, alone.a, outputs);
        assertRows("dz", masked.dz, k * at, alone.dz, k * count);
        if (k > 1) {
            assertRows("second", masked.second, at, alone.second, count);
        }
        if (k == 3) {
            assertRows("dv", masked.dv, k * at, alone.dv, k * count);
        }
        for (int t = 0; t < 5; t++) {
            if (!steps.includes(s, t)) {
                int row = (s * 5 + t) * units;
                assertZero("dz", masked.dz, k * row, k * units);
                if (k == 3) {
                    assertZero("dv", masked.dv, k * row, k * units);
                }
                if (r.returnsSequence()) {
                    assertZero("a", masked.a, row, units);
                }
            }
        }
    }

    private static void assertRows(String what, float[] actual, int from, float[] expected, int count) {
        assertThat(Arrays.equals(actual, from, from + count, expected, 0, count))
                .as(what)
                .isTrue();
    }

    private static void assertZero(String what, float[] actual, int from, int count) {
        for (int i = from; i < from + count; i++) {
            assertThat(actual[i] == 0).as(what).isTrue();
        }
    }
}
