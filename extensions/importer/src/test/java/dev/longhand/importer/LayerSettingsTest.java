package dev.longhand.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Activation;
import dev.longhand.Shape;
import dev.longhand.importer.LayerSettings.PoolKind;
import dev.longhand.importer.RecurrentSettings.Cell;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayerSettingsTest {

    private static final ActivationSetting RELU = ActivationSetting.of(Activation.RELU);
    private static final ActivationSetting LEAKY = new ActivationSetting(Activation.LEAKY_RELU, 0.2f);
    private static final WindowSetting STRIDED =
            new WindowSetting(List.of(3, 2), List.of(2, 2), List.of(1, 2), PaddingSetting.of(List.of(1, 0, 1, 0)));

    static List<Arguments> annotations() {
        ActivationSetting tanh = ActivationSetting.of(Activation.TANH);
        return List.of(
                Arguments.of(new LayerSettings.Dense(4, ActivationSetting.IDENTITY, true), "Dense[units = 4]"),
                Arguments.of(
                        new LayerSettings.Dense(4, LEAKY, false),
                        "Dense[units = 4, activation = Activation.LEAKY_RELU, slope = 0.2, useBias = false]"),
                Arguments.of(
                        new LayerSettings.Convolution(8, WindowSetting.of(3, 3), 1, RELU, true),
                        "Conv2d[filters = 8, kernel = 3, activation = Activation.RELU]"),
                Arguments.of(
                        new LayerSettings.Convolution(8, STRIDED, 2, ActivationSetting.IDENTITY, true),
                        "Conv2d[filters = 8, kernel = {3, 2}, stride = 2, explicitPadding = {1, 0}, dilation = {1, 2},"
                                + " groups = 2]"),
                Arguments.of(
                        new LayerSettings.Pool(
                                PoolKind.MAX,
                                new WindowSetting(List.of(2), List.of(2), List.of(1), PaddingSetting.none(1))),
                        "MaxPool1d[]"),
                Arguments.of(
                        new LayerSettings.Pool(
                                PoolKind.AVERAGE,
                                new WindowSetting(List.of(3, 3), List.of(1, 1), List.of(1, 1), PaddingSetting.same(2))),
                        "AvgPool2d[size = 3, stride = 1, padding = Padding.SAME]"),
                Arguments.of(new LayerSettings.BatchNorm(0.9, 1e-5), "BatchNorm[]"),
                Arguments.of(new LayerSettings.BatchNorm(0.99, 1e-3), "BatchNorm[momentum = 0.99, epsilon = 0.001]"),
                Arguments.of(new LayerSettings.LayerNorm(1e-6f), "LayerNorm[epsilon = 1e-6]"),
                Arguments.of(new RecurrentSettings(Cell.RNN, 3, tanh, false, true), "Rnn[units = 3]"),
                Arguments.of(
                        new RecurrentSettings(Cell.RNN, 3, RELU, true, false),
                        "Rnn[units = 3, activation = Activation.RELU, returnSequences = true, useBias = false]"),
                Arguments.of(new RecurrentSettings(Cell.GRU, 3, tanh, false, true), "Gru[units = 3]"),
                Arguments.of(new LayerSettings.Activate(LEAKY), "Activate[value = Activation.LEAKY_RELU, slope = 0.2]"),
                Arguments.of(new LayerSettings.Reshape(Shape.of(2, 3)), "Reshape[value = {2, 3}]"),
                Arguments.of(new LayerSettings.Dropout(0.5), "Dropout[rate = 0.5]"));
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void onlyWhatIsNotTheDefaultIsWritten(LayerSettings settings, String written) {
        assertThat(settings.annotation() + settings.attributes().written()).isEqualTo(written);
    }

    @Test
    void paddingThatSameGivesIsWrittenAsSame() {
        assertThat(padded(3, 1, 1, 1).simplified(List.of(28)).padding().isSame())
                .isTrue();
        assertThat(padded(3, 2, 1, 1).simplified(List.of(28)).padding().isSame())
                .isFalse();
        assertThat(padded(3, 2, 0, 1).simplified(List.of(28)).padding().isSame())
                .isTrue();
        assertThat(padded(3, 2, 1, 1).outputs(0, 28)).isEqualTo(14);
        assertThat(padded(3, 2, 1, 1).outputs(0, 27)).isEqualTo(14);
    }

    private static WindowSetting padded(int size, int stride, int before, int after) {
        return new WindowSetting(List.of(size), List.of(stride), List.of(1), PaddingSetting.of(List.of(before, after)));
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        List<Shape> image = List.of(Shape.of(4, 4, 2));
        Stream.<LayerSettings>of(
                        new LayerSettings.Dense(1, RELU, true),
                        new LayerSettings.Embedding(3, 2),
                        new RecurrentSettings(Cell.GRU, 3, RELU, false, true),
                        new LayerSettings.Reshape(Shape.of(5)),
                        new LayerSettings.Convolution(3, WindowSetting.of(5, 1), 1, RELU, true),
                        new LayerSettings.Convolution(3, WindowSetting.of(1, 1), 2, RELU, true))
                .forEach(settings ->
                        assertThatThrownBy(() -> settings.output(image)).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void numbersAreTheShortestDecimals() {
        assertThat(Stream.of(0.1f, 1e-5f, 9.99999974e-06, 2.0, 0.0, 1e-12, 1.5e9, 123456.0)
                        .map(Number::doubleValue)
                        .map(Attributes::number))
                .containsExactly("0.1", "1e-5", "1e-5", "2", "0", "1e-12", "1.5e9", "123456");
    }
}
