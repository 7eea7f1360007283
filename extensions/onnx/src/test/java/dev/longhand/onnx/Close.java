package dev.longhand.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Compares predictions. */
final class Close {

    private static final double TOLERANCE = 1e-5;

    private Close() {}

    /** Asserts that numbers differ from others by 10⁻⁵ of the largest, or of 1, at most. */
    static void to(float[] actual, float[] expected, String what) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        double largest = 1;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i])
                    .as("number %s of %s", i, what)
                    .isCloseTo(expected[i], within(TOLERANCE * largest));
        }
    }
}
