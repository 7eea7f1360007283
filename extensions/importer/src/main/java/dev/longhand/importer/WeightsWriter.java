package dev.longhand.importer;

import dev.longhand.Initializer;
import dev.longhand.Shape;
import dev.longhand.initializer.Initialization;
import dev.longhand.io.Weights;
import dev.longhand.model.ModelInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the parameters of an imported network as {@link Weights} would save them once it's compiled and trained. */
public final class WeightsWriter {

    private static final Initialization ZEROS = Initialization.of(Initializer.ZEROS, 1, 1, 1);
    private static final String STATE = "running";

    private WeightsWriter() {}

    /**
     * Writes a safetensors file in Longhand's layout, which {@link Weights#load} loads into the compiled declaration.
     *
     * @throws IOException if it can't be written
     */
    public static void write(ImportedNetwork network, Path file) throws IOException {
        ModelInfo info = info(network);
        float[] values = new float[info.parameterCount() + info.stateCount()];
        int offset = copy(network, false, values, 0);
        copy(network, true, values, offset);
        Weights.save(info, values, file, Map.of("origin", TypeName.withoutFolder(network.file())));
    }

    /** What the compiled declaration will say of its arrays. */
    private static ModelInfo info(ImportedNetwork network) {
        List<Shape> shapes = network.shapes();
        int inputs = network.layers().stream()
                .filter(layer -> layer.settings() instanceof LayerSettings.Input)
                .mapToInt(layer -> layer.settings().output(List.of()).size())
                .sum();
        int[] input = dimensions(network.input().orElseGet(() -> Shape.of(inputs)));
        ModelInfo.Builder builder = ModelInfo.builder(network.name(), input);
        for (int i = 0; i < shapes.size(); i++) {
            ImportedLayer layer = network.layers().get(i);
            builder.layer(layer.name(), layer.settings().annotation(), "", dimensions(shapes.get(i)));
            for (ImportedParameter array : layer.parameters()) {
                int[] dimensions = dimensions(array.shape());
                if (isState(array)) {
                    builder.state(array.name(), 0, dimensions);
                } else {
                    builder.parameter(array.name(), ZEROS, dimensions);
                }
            }
        }
        network.outputs().forEach(output -> builder.output(output.layer(), output.loss(), 1));
        return builder.build();
    }

    private static int copy(ImportedNetwork network, boolean isState, float[] values, int begin) {
        List<ImportedParameter> arrays = new ArrayList<>();
        network.layers().forEach(layer -> arrays.addAll(layer.parameters()));
        int offset = begin;
        for (ImportedParameter array : arrays) {
            if (isState(array) == isState) {
                System.arraycopy(array.values(), 0, values, offset, array.values().length);
                offset += array.values().length;
            }
        }
        return offset;
    }

    private static boolean isState(ImportedParameter array) {
        return array.name().startsWith(STATE);
    }

    private static int[] dimensions(Shape shape) {
        return shape.dimensions().stream().mapToInt(Integer::intValue).toArray();
    }
}
