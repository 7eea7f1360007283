package dev.longhand.kernel.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FusedMultiplyAddTest {

    private static final float[] EDGES = {
        0,
        1,
        1 + Math.ulp(1f),
        1 - Math.ulp(0.5f),
        2,
        3,
        0.1f,
        1f / 3,
        0x1p-149f,
        0x1p-148f,
        0x1.8p-148f,
        0x1p-126f,
        0x1.fffffcp-127f,
        0x1p-75f,
        0x1p-74f,
        0x1.8p-75f,
        0x1p24f,
        0x1.000002p24f,
        0x1p-24f,
        0x1p-25f,
        0x1p60f,
        0x1p64f,
        0x1p127f,
        0x1.fffffep63f,
        Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NaN
    };

    @Test
    void edgeTriplesGiveTheBitsOfMathFma() {
        int count = 2 * EDGES.length;
        for (int i = 0; i < count * count * count; i++) {
            requireSame(edge(i % count), edge(i / count % count), edge(i / count / count));
        }
    }

    private static float edge(int i) {
        return i < EDGES.length ? EDGES[i] : -EDGES[i - EDGES.length];
    }

    @Test
    void randomTriplesGiveTheBitsOfMathFma() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2_000_000; i++) {
            float a = Float.intBitsToFloat(random.nextInt());
            float b = Float.intBitsToFloat(random.nextInt());
            requireSameAsMath(a, b, Float.intBitsToFloat(random.nextInt()));
            requireSameAsMath(a, b, near(a * b, random));
        }
    }

    @Test
    void triplesWhoseSumIsNearlyHalfwayGiveTheBitsOfBigDecimal() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 60_000; i++) {
            // A product of few bits far below c, or c far below a product that is half-way between two floats.
            float c = Float.intBitsToFloat(random.nextInt(0x00800000, 0x7f000000));
            float half = Math.ulp(c) / 2;
            float little = 1 + random.nextInt(-2, 3) * Math.ulp(1f);
            requireSame(half, little, c);
            requireSame(half, -little, c);
            float odd = 1 + (2 * random.nextInt(1 << 11) + 1) * 0x1p-12f;
            float other = 1 + (2 * random.nextInt(1 << 11) + 1) * 0x1p-12f;
            float tiny = Float.intBitsToFloat(random.nextInt(1, 0x30000000));
            requireSame(odd, other, tiny);
            requireSame(odd, other, -tiny);
            float small = random.nextInt(1, 1 << 24) * 0x1p-149f;
            requireSame(odd * 0x1p-70f, other * 0x1p-76f, small);
        }
    }

    @Test
    void oneCallOfMathFmaIsMeasured() {
        assertThat(FusedMultiplyAdd.NANOS).isPositive();
        assertThat(FusedMultiplyAdd.HAS_INSTRUCTION).isEqualTo(FusedMultiplyAdd.NANOS < 200);
    }

    private static float near(float product, SplittableRandom random) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(-product) + random.nextInt(-3, 4));
    }

    private static void requireSameAsMath(float a, float b, float c) {
        float expected = Math.fma(a, b, c);
        float actual = FusedMultiplyAdd.inDouble(a, b, c);
        if (Float.floatToIntBits(actual) != Float.floatToIntBits(expected)) {
            throw new AssertionError("fma(%a, %a, %a) is %a, not %a".formatted(a, b, c, expected, actual));
        }
    }

    /** Compares with {@link Math#fma(float, float, float)} and, where all are finite, with exact arithmetic. */
    private static void requireSame(float a, float b, float c) {
        requireSameAsMath(a, b, c);
        if (Float.isFinite(a) && Float.isFinite(b) && Float.isFinite(c)) {
            BigDecimal exact = new BigDecimal(a).multiply(new BigDecimal(b)).add(new BigDecimal(c));
            float actual = FusedMultiplyAdd.inDouble(a, b, c);
            // A sum of 0 has the sign of the addition, which BigDecimal doesn't know.
            float expected = exact.signum() == 0 ? (float) ((double) a * b + c) : rounded(exact);
            if (Float.floatToIntBits(actual) != Float.floatToIntBits(expected)) {
                throw new AssertionError("fma(%a, %a, %a) is %a, not %a".formatted(a, b, c, expected, actual));
            }
        }
    }

    /** The nearest float, of two the even one: BigDecimal.floatValue rounds twice before JDK 21. */
    private static float rounded(BigDecimal exact) {
        float guess = exact.floatValue();
        float best = guess;
        for (float candidate : new float[] {Math.nextDown(guess), Math.nextUp(guess)}) {
            if (Float.isFinite(candidate) && Float.isFinite(best)) {
                int nearer = distance(candidate, exact).compareTo(distance(best, exact));
                if (nearer < 0 || (nearer == 0 && (Float.floatToRawIntBits(candidate) & 1) == 0)) {
                    best = candidate;
                }
            }
        }
        return best;
    }

    private static BigDecimal distance(float value, BigDecimal exact) {
        return new BigDecimal(value).subtract(exact).abs();
    }
}
