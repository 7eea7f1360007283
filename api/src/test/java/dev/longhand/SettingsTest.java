package dev.longhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void numbersThatRepeatAreKeptOnceAndReadAsOftenAsAskedFor() {
        Settings settings = Settings.NONE.withIntegers("size", 3, 3).withIntegers("padding", 1, 2, 1, 2);
        assertThat(settings).hasToString("size = 3; padding = 1, 2");
        assertThat(settings.integer("size")).isEqualTo(3);
        assertThat(settings.integers("size", 2)).containsExactly(3, 3);
        assertThat(settings.integers("padding", 4)).containsExactly(1, 2, 1, 2);
        assertThat(Setting.integers(1, 2, 1).values()).containsExactly(1, 2, 1);
    }

    @Test
    void whatIsAbsentHasItsDefault() {
        assertThat(Settings.NONE.integers("stride", 2)).containsExactly(1, 1);
        assertThat(Settings.NONE.integers("dilation", 1)).containsExactly(1);
        assertThat(Settings.NONE.integers("padding", 4)).containsExactly(0, 0, 0, 0);
        assertThat(Settings.NONE.integer("groups")).isEqualTo(1);
        assertThat(Settings.NONE.flag("returnSequences")).isFalse();
        assertThat(Settings.NONE.activation()).isEqualTo(Activation.IDENTITY);
        assertThat(Settings.NONE.slope()).isEqualTo(1);
    }

    @Test
    void defaultsArentKept() {
        assertThat(Settings.NONE
                        .withIntegers("stride", 1, 1)
                        .withIntegers("padding", 0, 0, 0, 0)
                        .withFlag("returnSequences", false)
                        .withActivation(Activation.IDENTITY, 1))
                .isEqualTo(Settings.NONE);
        assertThat(Settings.NONE.withIntegers("stride", 2).withIntegers("stride", 1))
                .isEqualTo(Settings.NONE);
    }

    @Test
    void everyTypeIsRead() {
        Settings settings = Settings.NONE
                .withNumber("rate", 0.5f)
                .withText("mode", "NEAREST")
                .withFlag("align", true)
                .withActivation(Activation.LEAKY_RELU, 0.2f);
        assertThat(settings.number("rate")).isEqualTo(0.5f);
        assertThat(settings.text("mode")).isEqualTo("NEAREST");
        assertThat(settings.flag("align")).isTrue();
        assertThat(settings.has("align")).isTrue();
        assertThat(settings.has("stride")).isFalse();
        assertThat(settings.slope()).isEqualTo(0.2f);
        assertThat(settings)
                .hasToString("rate = 0.5; mode = NEAREST; align = true; activation = LEAKY_RELU, slope 0.2");
    }

    @Test
    void wrongNamesTypesAndCountsAreRefused() {
        Settings settings = Settings.NONE.withNumber("rate", 0.5f).withIntegers("padding", 1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.number("epsilon"))
                .withMessage("no setting \"epsilon\", only [rate, padding]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.NONE.text("mode"))
                .withMessage("no setting \"mode\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.integer("rate"))
                .withMessage("the setting \"rate\", 0.5, is of type Number, not Integers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.integers("padding", 3))
                .withMessage("the setting \"padding\" has 2 numbers, [1, 2], not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(Setting::integers)
                .withMessage("a setting of whole numbers has at least 1 number");
    }

    @Test
    void itIsImmutableAndKeepsTheOrder() {
        Map<String, Setting> values = new HashMap<>(Map.of("size", new Setting.Integers(List.of(2))));
        Settings settings = new Settings(values);
        values.clear();
        assertThat(settings.values()).containsOnlyKeys("size");
        assertThat(settings.withNumber("rate", 1).withNumber("area", 2).values().keySet())
                .containsExactly("size", "rate", "area");
    }
}
