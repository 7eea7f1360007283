package dev.longhand.kernel.recurrent.loops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    /** The cells may be exchanged between any two calls, when the vector loops are compiled. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void stateGradientNeedsNoOtherCallBefore(int units) {
        for (Cells cells : new Cells[] {new PlainCells(), new VectorCells()}) {
            Cells.GruStep step = new Cells.GruStep();
            step.rows = 1;
            step.units = units;
            step.stride = units;
            step.gates = filled(3 * units, 0.5f);
            step.dh = filled(units, 2);
            step.product = filled(units, 3);
            step.dhBefore = new float[units];
            cells.gruStateGradient(step);
            assertThat(step.dhBefore).isEqualTo(filled(units, 2 * 0.5f + 3));
        }
    }

    private static float[] filled(int length, float value) {
        float[] filled = new float[length];
        Arrays.fill(filled, value);
        return filled;
    }
}
