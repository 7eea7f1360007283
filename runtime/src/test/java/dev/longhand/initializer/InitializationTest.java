package dev.longhand.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Initializer;
import dev.longhand.Shape;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InitializationTest {

    private static final int FAN_IN = 150;
    private static final int FAN_OUT = 70;

    @ParameterizedTest
    @CsvSource({
        "GLOROT_UNIFORM, 1, 0.1651445647689541", "GLOROT_UNIFORM, 2, 0.3302891295379082",
        "HE_UNIFORM, 1, 0.2", "UNIFORM, 0.05, 0.05"
    })
    void uniformDrawsFillTheirBounds(Initializer initializer, float scale, double bound) {
        assertDistributed(draw(initializer, scale), bound, new UniformRealDistribution(-1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "GLOROT_NORMAL, 1, 0.0953462589245592",
        "GLOROT_NORMAL, 3, 0.2860387767736777",
        "HE_NORMAL, 1, 0.1154700538379252",
        "LECUN_NORMAL, 1, 0.0816496580927726",
        "NORMAL, 0.05, 0.05"
    })
    void normalDrawsHaveTheirDeviation(Initializer initializer, float scale, double deviation) {
        assertDistributed(draw(initializer, scale), deviation, new NormalDistribution());
    }

    private static void assertDistributed(float[] p, double unit, RealDistribution distribution) {
        double[] scaled = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            scaled[i] = p[i] / unit;
        }
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(distribution, scaled))
                .isGreaterThan(0.001);
    }

    private static float[] draw(Initializer initializer, float scale) {
        float[] p = new float[FAN_IN * FAN_OUT];
        Initialization.of(initializer, scale, FAN_IN, FAN_OUT).draw(p, 0, Shape.of(FAN_IN, FAN_OUT), 42, 0);
        return p;
    }

    @Test
    void eachPartHasOneValue() {
        float[] p = {9, 9, 9, 9, 9, 9, 9, 9};
        Initialization.parts(0, 1, 0.5f).draw(p, 1, Shape.of(6), 42, 0);
        assertThat(p).containsExactly(9, 0, 0, 1, 1, 0.5f, 0.5f, 9);
        assertThatThrownBy(() -> Initialization.parts(0, 1).draw(p, 0, Shape.of(3), 42, 0))
                .hasMessage("3 parameters don't divide into 2 equal parts");
    }

    @Test
    void constantsAreConstant() {
        assertThat(draw(Initializer.ZEROS, 1)).containsOnly(0);
        assertThat(draw(Initializer.CONSTANT, 0.3f)).containsOnly(0.3f);
    }

    @ParameterizedTest
    @CsvSource({"7, 7, 1", "20, 6, 1", "6, 20, 1", "20, 6, 1.5", "6, 20, -0.5", "1, 5, 2", "5, 1, 2"})
    void orthogonalMatricesHaveOrthonormalRowsOrColumnsTimesTheScale(int rows, int columns, float scale) {
        float[] p = new float[rows * columns];
        Initialization.of(Initializer.ORTHOGONAL, scale, rows, columns).draw(p, 0, Shape.of(rows, columns), 3, 1);
        boolean tall = rows >= columns;
        int few = Math.min(rows, columns);
        int many = Math.max(rows, columns);
        for (int i = 0; i < few; i++) {
            for (int j = 0; j < few; j++) {
                double product = 0;
                for (int k = 0; k < many; k++) {
                    product += tall
                            ? (double) p[k * columns + i] * p[k * columns + j]
                            : (double) p[i * columns + k] * p[j * columns + k];
                }
                assertThat(product).isCloseTo(i == j ? scale * scale : 0, within(1e-6));
            }
        }
    }

    @Test
    void longOrthogonalColumnsNeedNoSquareMatrix() {
        int rows = 60_000;
        float[] p = new float[rows * 2];
        Initialization.of(Initializer.ORTHOGONAL, 1, rows, 2).draw(p, 0, Shape.of(rows, 2), 3, 1);
        double square = 0;
        double product = 0;
        for (int i = 0; i < rows; i++) {
            square += (double) p[2 * i] * p[2 * i];
            product += (double) p[2 * i] * p[2 * i + 1];
        }
        assertThat(square).isCloseTo(1, within(1e-6));
        assertThat(product).isCloseTo(0, within(1e-6));
    }

    @Test
    void dimensionsBeforeTheLastAreTheRowsOfAnOrthogonalMatrix() {
        float[] matrix = new float[18 * 4];
        float[] tensor = new float[18 * 4];
        Initialization initialization = Initialization.of(Initializer.ORTHOGONAL, 1, 18, 36);
        initialization.draw(matrix, 0, Shape.of(18, 4), 3, 1);
        initialization.draw(tensor, 0, Shape.of(3, 3, 2, 4), 3, 1);
        assertThat(tensor).containsExactly(matrix);
    }

    /** A uniformly distributed direction has either sign equally often; Q of Householder's method alone hasn't. */
    @Test
    void theFirstColumnOfOrthogonalMatricesPointsInEveryDirection() {
        int up = 0;
        for (int seed = 0; seed < 400; seed++) {
            float[] p = new float[9];
            Initialization.of(Initializer.ORTHOGONAL, 1, 3, 3).draw(p, 0, Shape.of(3, 3), seed, 0);
            up += p[0] > 0 ? 1 : 0;
        }
        assertThat(up).isBetween(160, 240);
    }

    @ParameterizedTest
    @EnumSource
    void drawsDependOnSeedAndStreamAloneAndChangeOnlyTheirArray(Initializer initializer) {
        Shape shape = Shape.of(8, 5);
        Initialization initialization = Initialization.of(initializer, initializer.defaultScale(), 8, 5);
        float[] p = new float[44];
        p[1] = p[42] = 7;
        initialization.draw(p, 2, shape, 9, 4);
        float[] again = new float[44];
        again[1] = again[42] = 7;
        initialization.draw(again, 2, shape, 9, 4);
        assertThat(again).containsExactly(p);
        assertThat(p).startsWith(0, 7).endsWith(7, 0);

        if (initializer != Initializer.ZEROS && initializer != Initializer.CONSTANT) {
            float[] otherStream = p.clone();
            initialization.draw(otherStream, 2, shape, 9, 5);
            float[] otherSeed = p.clone();
            initialization.draw(otherSeed, 2, shape, 10, 4);
            for (int i = 2; i < 42; i++) {
                assertThat(otherStream[i]).isNotEqualTo(p[i]);
                assertThat(otherSeed[i]).isNotEqualTo(p[i]);
            }
        }
    }

    @Test
    void valuesSetByHandAreTaken() {
        float[] p = new float[4];
        Initialization.values(0.5f, 0.6f).draw(p, 1, Shape.of(2, 1), 1, 1);
        assertThat(p).containsExactly(0, 0.5f, 0.6f, 0);
    }

    @Test
    void eachParameterNeedsAValue() {
        assertThatThrownBy(() -> Initialization.values(0.5f, 0.6f).draw(new float[4], 0, Shape.of(3), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 parameters can't start from 2 values");
    }
}
