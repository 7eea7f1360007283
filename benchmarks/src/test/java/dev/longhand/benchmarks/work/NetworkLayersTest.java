package dev.longhand.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.benchmarks.work.NetworkLayer.BatchNorm;
import dev.longhand.benchmarks.work.NetworkLayer.Convolution;
import dev.longhand.benchmarks.work.NetworkLayer.Dense;
import dev.longhand.benchmarks.work.NetworkLayer.Embedding;
import dev.longhand.benchmarks.work.NetworkLayer.Recurrent;
import dev.longhand.model.ModelInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkLayersTest {

    @ParameterizedTest
    @EnumSource
    void eachParameterAndNumberOfStateBelongsToOneArray(Task task) {
        List<ArraySlice> arrays = task.layers().stream()
                .flatMap(NetworkLayersTest::arrays)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(ArraySlice::offset))
                .toList();
        int end = 0;
        for (ArraySlice array : arrays) {
            assertThat(array.offset()).isEqualTo(end);
            end += array.size();
        }
        ModelInfo info = task.model(1).info();
        assertThat(end).isEqualTo(info.parameterCount() + info.stateCount());
    }

    private static Stream<@Nullable ArraySlice> arrays(NetworkLayer layer) {
        if (layer instanceof Dense dense) {
            return Stream.of(dense.weight(), dense.bias());
        }
        if (layer instanceof Convolution convolution) {
            return Stream.of(convolution.weight(), convolution.bias());
        }
        if (layer instanceof BatchNorm norm) {
            NetworkLayer.BatchNormArrays arrays = norm.arrays();
            return Stream.of(arrays.gamma(), arrays.beta(), arrays.runningMean(), arrays.runningVariance());
        }
        if (layer instanceof Recurrent recurrent) {
            NetworkLayer.RecurrentArrays arrays = recurrent.arrays();
            return Stream.of(arrays.weight(), arrays.recurrentWeight(), arrays.bias(), arrays.recurrentBias());
        }
        return layer instanceof Embedding embedding ? Stream.of(embedding.weight()) : Stream.of();
    }

    /** 2·(3·forward − gradient of the data). */
    @ParameterizedTest
    @CsvSource({
        // 784·100, 100·100, 100·10
        "TWO_HIDDEN, 379_600",
        // 28·28·9·16, 14·14·9·16·32, 1568·128, 128·10
        "CONVOLUTIONAL, 7_082_496",
        // 28·(28 + 96)·384 of which 28·28·384 read the data, 96·10
        "ROWS, 7_403_136",
        // 64·(32 + 128)·512, 64·128·96
        "LETTERS, 36_175_872"
    })
    void operationsAreThoseOfTheProducts(Task task, String flops) {
        assertThat(task.trainingFlops()).isEqualTo(Double.parseDouble(flops.replace("_", "")));
    }

    @Test
    void anEngineOfDenseLayersRefusesOthers() {
        assertThat(Task.TWO_HIDDEN.denseLayers()).hasSize(3);
        assertThatThrownBy(Task.ROWS::denseLayers)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("isn't set up for layers that aren't dense");
    }

    @Test
    void aConvolutionThatEnginesArentToldOfIsRejected() {
        ModelInfo strided = ConvolutionNetworks_StridedModel.create(1).info();
        assertThatThrownBy(() -> NetworkLayers.of(strided))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the benchmarks describe no layer like")
                .hasMessageContaining("stride");
    }
}
