package dev.longhand.kernel.embedding.loops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.kernel.embedding.EmbeddingKernels;
import dev.longhand.kernel.embedding.EmbeddingTable;
import dev.longhand.kernel.team.Team;
import dev.longhand.testing.Numbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingKernelsTest {

    private static final int OFFSET = 11;

    @ParameterizedTest
    @CsvSource({
        "1, 5, 7, 13, 40",
        "2, 5, 7, 13, 40",
        "1, 5, 27, 130, 1000",
        "2, 5, 27, 130, 1000",
        "3, 5, 27, 130, 1000",
        "3, 10, 2, 100, 2000"
    })
    void rowsAndTheirGradientsAreExact(int threads, int time, int vocabulary, int dimensions, int count) {
        EmbeddingTable table =
                EmbeddingTable.of("words", time, vocabulary, dimensions).weights(OFFSET);
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = i * i % vocabulary;
        }
        float[] p = Numbers.normal(vocabulary * dimensions + 20, 1, 1);
        float[] da = Numbers.normal(count * dimensions, 2, 1);
        float[] a = Numbers.normal(count * dimensions + 9, 3, 1);
        float[] g = Numbers.normal(p.length, 4, 1);
        float[] expectedA = expectedOutputs(table, x, p, a);
        float[] expectedG = expectedGradients(table, x, da, g);
        try (Team team = new Team(threads)) {
            EmbeddingKernels kernels = ParallelEmbeddings.of(team);
            kernels.forward(table, x, p, a, count);
            kernels.gradient(table, x, da, g, count);
        }
        assertThat(a).containsExactly(expectedA);
        assertThat(g).containsExactly(expectedG);
    }

    private static float[] expectedOutputs(EmbeddingTable table, float[] x, float[] p, float[] a) {
        float[] expected = a.clone();
        for (int i = 0; i < x.length; i++) {
            for (int d = 0; d < table.dimensions(); d++) {
                expected[i * table.dimensions() + d] = p[OFFSET + (int) x[i] * table.dimensions() + d];
            }
        }
        return expected;
    }

    private static float[] expectedGradients(EmbeddingTable table, float[] x, float[] da, float[] g) {
        float[] expected = g.clone();
        for (int row = 0; row < table.vocabulary(); row++) {
            for (int d = 0; d < table.dimensions(); d++) {
                float sum = 0;
                for (int i = 0; i < x.length; i++) {
                    sum += x[i] == row ? da[i * table.dimensions() + d] : 0;
                }
                expected[OFFSET + row * table.dimensions() + d] = sum;
            }
        }
        return expected;
    }

    @ParameterizedTest
    @ValueSource(floats = {7, -1, 0.5f, Float.NaN, Float.POSITIVE_INFINITY, 1e20f})
    void numberWithoutRowIsReportedWithLayerAndPosition(float wrong) {
        EmbeddingTable table = EmbeddingTable.of("words", 2, 7, 3);
        EmbeddingKernels kernels = ParallelEmbeddings.of(new Team(1));
        assertThatThrownBy(() -> kernels.forward(table, new float[] {0, 1, 2, wrong}, new float[21], new float[12], 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "layer \"words\" looks up whole numbers from 0 to 6, but number 1 of sample 1 of the batch is "
                                + wrong);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void firstWrongNumberIsReportedForAnyNumberOfThreads(int threads) {
        EmbeddingTable table = EmbeddingTable.of("words", 10, 7, 100);
        float[] x = new float[1000];
        x[100] = 8;
        x[900] = 9;
        try (Team team = new Team(threads)) {
            EmbeddingKernels kernels = ParallelEmbeddings.of(team);
            assertThatThrownBy(() -> kernels.forward(table, x, new float[700], new float[100_000], 1000))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("number 0 of sample 10 of the batch is 8.0");
        }
    }
}
