package dev.longhand.examples.backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.examples.Run;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("kernels")
class BackpropTest {

    private static final Run RUN = Run.well("backprop");

    @ParameterizedTest
    @CsvSource({
        "Forward, z1, 0.08",
        "Forward, z2, 0.11",
        "Forward, h1, 0.51998934",
        "Forward, h2, 0.52747230",
        "Forward, z3, 0.44498412",
        "Forward, z4, 0.68047592",
        "Forward, o1, 0.60944600",
        "Forward, o2, 0.66384491",
        "Forward, Eo1, 0.02193381",
        "Forward, Eo2, 0.00203809",
        "Forward, 'E ', 0.02397190",
        "'Backward, step 1', ∂E/∂W5, 0.02592286",
        "'Backward, step 2', ∂E/∂W1, 0.00080888",
        "The new weights, W1⁺, 0.29959556",
        "The new weights, W2⁺, 0.24919112",
        "The new weights, W3⁺, 0.39964496",
        "The new weights, W4⁺, 0.34928991",
        "The new weights, W5⁺, 0.43703857",
        "The new weights, W6⁺, 0.38685205",
        "The new weights, W7⁺, 0.69629578",
        "The new weights, W8⁺, 0.59624247",
        "Forward again, h1, 0.51993887",
        "Forward again, h2, 0.52742806",
        "Forward again, o1, 0.60617688",
        "Forward again, o2, 0.66295848",
        "Forward again, Eo1, 0.02125445",
        "Forward again, Eo2, 0.00198189",
        "Forward again, 'E ', 0.02323634",
    })
    void everyNumberIsThatOfTheNote(String section, String name, double figure) {
        double[] numbers = Run.lastNumbers(RUN.line(section, name), 2);
        assertThat(numbers[0]).isEqualTo(figure, within(1e-6));
        assertThat(numbers[1]).isEqualTo(figure);
    }

    @Test
    void everyNumberAgreesWithTheNoteToFloatPrecision() {
        String line = RUN.line("Forward again", "The largest difference");
        assertThat(Double.parseDouble(line.replaceAll(".* is (.*)\\.", "$1"))).isLessThan(1e-6);
    }

    @Test
    void moreStepsMakeTheErrorVanish() {
        double[] last = Run.numbers(Run.well("backprop", "--steps", "1000").line("More steps", "1000"));
        assertThat(last[1]).isLessThan(1e-6);
    }
}
