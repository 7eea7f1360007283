package dev.longhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.data.Sample;
import dev.longhand.data.SampleSource;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceEvaluationTest {

    @Test
    void aSourceIsEvaluatedAsTheSamplesInMemory() throws IOException {
        Dataset data = Samples.clouds(1000, 4, 3, 5);
        TwoLayers model = TwoLayers.classes(4, 8, 3, 1);
        List<Sample> samples = IntStream.range(0, data.size())
                .mapToObj(i -> new Sample(data.input(i), data.target(i)))
                .toList();
        String expected = Evaluation.of(model, data).toString();
        assertThat(Evaluation.of(model, data.asSource()).toString()).isEqualTo(expected);
        SampleSource source = SampleSource.ofLabels(samples, Shape.of(4), 3);
        assertThat(Evaluation.of(model, source).toString()).isEqualTo(expected);
        Dataset copy = Dataset.of(source);
        assertThat(copy.labels()).isEqualTo(data.labels());
        assertThat(copy.inputs()).isEqualTo(data.inputs());
        assertThat(copy.targets()).isEqualTo(data.targets());
    }

    @Test
    void regressionOnASourceHasTheSameFigures() throws IOException {
        Dataset data = Samples.line(700, 3);
        TwoLayers model = TwoLayers.numbers(2, 4, 1, 1);
        Evaluation expected = Evaluation.of(model, data);
        Evaluation evaluation = Evaluation.of(model, data.asSource());
        assertThat(evaluation.loss()).isEqualTo(expected.loss());
        assertThat(evaluation.meanAbsoluteError()).isEqualTo(expected.meanAbsoluteError());
        assertThat(evaluation.r2()).isCloseTo(expected.r2(), within(1e-12));
        assertThatThrownBy(() -> Evaluation.of(model, SampleSource.of(List.of(), Shape.of(2), 1)))
                .hasMessage("an evaluation needs at least 1 sample, but the source has none");
    }
}
