package dev.longhand.processor.interpreter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** {@code @Embedding}. */
public record Embedding(String name, int vocabulary, int dimensions) implements LayerDescription {

    @Override
    public String annotation() {
        Attributes attributes = new Attributes();
        attributes.add("vocabulary", vocabulary);
        attributes.add("dimensions", dimensions);
        return attributes.of("Embedding");
    }

    @Override
    public List<Integer> output(List<List<Integer>> inputs) {
        return List.of(inputs.get(0).get(0), dimensions);
    }

    @Override
    public List<Integer> parameterSizes(List<List<Integer>> inputs) {
        return List.of(vocabulary * dimensions);
    }

    @Override
    public int[][] compute(Computation computation, List<int[][]> xs) {
        int[] p = computation.p();
        return Description.map(
                xs.get(0),
                x -> Arrays.stream(computation.tape().values(x))
                        .mapToInt(row -> (int) row)
                        .flatMap(row -> IntStream.range(0, dimensions).map(j -> p[row * dimensions + j]))
                        .toArray());
    }
}
