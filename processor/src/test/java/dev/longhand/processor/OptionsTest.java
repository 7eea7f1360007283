package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Style;
import dev.longhand.processor.check.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutAnyNothingIsOverridden() {
        Options options = Options.of(Map.of());

        assertThat(options.style()).isEmpty();
        assertThat(options.report()).isFalse();
        assertThat(options.problems()).isEmpty();
    }

    @Test
    void theirValuesAreLowerCaseWords() {
        Options options = Options.of(Map.of("longhand.style", "unrolled", "longhand.report", "true"));

        assertThat(options.style()).contains(Style.UNROLLED);
        assertThat(options.report()).isTrue();
    }

    @Test
    void eachWrongOneIsReported() {
        Options options = Options.of(Map.of("longhand.style", "LOOPS", "longhand.report", ""));

        assertThat(options.problems())
                .extracting(Problem::text)
                .containsExactly(
                        "the option longhand.style is \"LOOPS\"; use auto, unrolled, loops or kernels",
                        "the option longhand.report is \"\"; use true or false");
    }
}
