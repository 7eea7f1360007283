package dev.longhand.processor.layer.dense;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Shape;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Problem;
import dev.longhand.processor.check.Problems;
import dev.longhand.processor.check.Written;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DenseCheckTest {

    private final Problems problems = new Problems();

    @Test
    void itsUnitsAreItsOutputWhateverElseIsWrong() {
        LayerResult<ResolvedDense> result = check(dense(7).with("slope", 0f), Optional.empty());

        assertThat(result.output()).contains(Shape.of(7));
        assertThat(result.layer()).isEmpty();
    }

    @Test
    void anUnknownInputIsNoProblem() {
        LayerResult<ResolvedDense> result = check(dense(3).with("weights", List.of(1f, 2f)), Optional.empty());

        assertThat(problems.found()).isEmpty();
        assertThat(result.layer()).isEmpty();
    }

    @Test
    void unknownUnitsAreNoProblem() {
        Written written = Written.dense().with("weights", List.of(1f)).with("bias", List.of(1f));

        assertThat(check(written, Optional.of(Shape.of(2))).output()).isEmpty();
        assertThat(problems.found()).isEmpty();
    }

    @Test
    void itsParametersAreWeightsAndBias() {
        LayerResult<ResolvedDense> result = check(dense(3), Optional.of(Shape.of(2)));

        assertThat(result.layer()).isPresent();
        assertThat(result.parameters()).isEqualTo(2 * 3 + 3);
    }

    @Test
    void weightsThatNoArrayHoldsAreReportedWithTheMostUnits() {
        check(dense(Integer.MAX_VALUE), Optional.of(Shape.of(Integer.MAX_VALUE - 8)));

        assertThat(problems.found())
                .singleElement()
                .extracting(Problem::text)
                .asString()
                .endsWith("= 4611685996952551433 numbers, more than an array can hold; use at most 1 units");
    }

    @Test
    void numbersHaveTheSameDigitsInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            check(dense(3).with("weights", List.of(1f)).with("bias", List.of(1f)), Optional.of(Shape.of(2)));
        } finally {
            Locale.setDefault(before);
        }
        assertThat(problems.found())
                .extracting(Problem::text)
                .containsExactly(
                        "weights of \"hidden\" must have one value for each of 2 inputs × 3 units = 6 connections,"
                                + " but has 1",
                        "bias of \"hidden\" must have one value for each of 3 units, but has 1");
    }

    private LayerResult<ResolvedDense> check(Written written, Optional<Shape> input) {
        return new DenseCheck()
                .check(new LayerContext(
                        "hidden",
                        written.declaration(),
                        List.of(new LayerContext.Incoming("input", input, true)),
                        problems));
    }

    private static Written dense(int units) {
        return Written.dense()
                .with("units", units)
                .with("activation", Activation.TANH)
                .byDefault("useBias", true)
                .byDefault("initializer", Initializer.GLOROT_UNIFORM)
                .byDefault("biasInitializer", Initializer.ZEROS)
                .byDefault("weights", List.of())
                .byDefault("bias", List.of());
    }
}
