package dev.longhand.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.processor.plan.Names;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameCheckTest {

    @Test
    void namesThatDifferInCaseOrUnderscoresHaveOneForm() {
        assertThat(List.of("hiddenOne", "hidden_one", "HIDDEN_ONE", "_hiddenone_"))
                .allMatch(name -> NameCheck.form(name).equals("HIDDENONE"));
    }

    @Test
    void constantsAreThoseOfTheGeneratedSource() {
        assertThat(List.of("hidden", "hidden1", "hiddenOne", "hidden_one", "aB1C", "ABC", "größe"))
                .allSatisfy(name -> assertThat(NameCheck.constant(name)).isEqualTo(Names.constant(name)));
    }
}
