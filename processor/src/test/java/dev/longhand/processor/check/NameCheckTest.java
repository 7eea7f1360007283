package dev.longhand.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NameCheckTest {

    @Test
    void namesThatDifferInCaseOrUnderscoresHaveOneForm() {
        assertThat(List.of("hiddenOne", "hidden_one", "HIDDEN_ONE", "_hiddenone_"))
                .allMatch(name -> NameCheck.form(name).equals("HIDDENONE"));
    }

    @Test
    void constantsAreWrittenWithUnderscores() {
        assertThat(Stream.of("hidden", "hidden1", "hiddenOne", "hidden_one", "aB1C", "ABC", "größe")
                        .map(ConstantNames::of))
                .containsExactly("HIDDEN", "HIDDEN1", "HIDDEN_ONE", "HIDDEN_ONE", "A_B1_C", "ABC", "GRÖSSE");
    }
}
