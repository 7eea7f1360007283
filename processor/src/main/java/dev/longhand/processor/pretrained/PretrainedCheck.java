package dev.longhand.processor.pretrained;

import dev.longhand.Shape;
import dev.longhand.json.JsonReader;
import dev.longhand.json.JsonReader.JsonException;
import dev.longhand.processor.check.Identifiers;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.check.Problems;
import dev.longhand.processor.flow.LossFusion;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.pretrained.PretrainedPlan.Column;
import dev.longhand.processor.pretrained.PretrainedPlan.TablePlan;
import dev.longhand.processor.read.SourcePosition;
import dev.longhand.safetensors.MalformedFileException;
import dev.longhand.safetensors.SafetensorsHeader;
import dev.longhand.safetensors.TensorEntry;
import dev.longhand.safetensors.WeightsDeclaration;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares a file with a network. It stops at the first difference, since others may be its consequences. */
public final class PretrainedCheck {

    /** The name of the classes' names in the metadata of weights. */
    private static final String CLASSES = "longhand.classes";

    /** With more classes the code that holds their names would be too large. */
    private static final int MOST_CLASSES = 500;

    private final ExecutionPlan plan;
    private final String network;
    private final String resource;
    private final SourcePosition position;
    private final Problems problems = new Problems();

    /**
     * A check.
     *
     * @param plan the network
     * @param resource the name of the file as it's declared
     * @param position where problems are reported
     */
    public PretrainedCheck(ExecutionPlan plan, String resource, SourcePosition position) {
        this.plan = plan;
        this.resource = resource;
        this.position = position;
        String declaration = plan.network().model().declaration();
        network = declaration.substring(declaration.lastIndexOf('.') + 1);
    }

    /** What was found. */
    public Problems problems() {
        return problems;
    }

    /** What a file adds to the network, if it's right. */
    public Optional<PretrainedPlan> check(InputStream in) {
        try {
            SafetensorsHeader header = WeightsFile.read(in);
            return areOfNetwork(header) ? face(header.metadata()) : Optional.empty();
        } catch (MalformedFileException e) {
            return refused(Message.PRETRAINED_FORMAT, resource, network, e.reason());
        } catch (IOException e) {
            return refused(Message.PRETRAINED_FORMAT, resource, network, "it can't be read, " + e);
        }
    }

    private Optional<PretrainedPlan> refused(Message message, Object... arguments) {
        problems.add(message, position, arguments);
        return Optional.empty();
    }

    private boolean areOfNetwork(SafetensorsHeader header) {
        if (!header.isOwn()) {
            problems.add(Message.PRETRAINED_FOREIGN, position, resource);
            return false;
        }
        Map<String, Shape> arrays = new LinkedHashMap<>();
        Map<String, String> layers = new LinkedHashMap<>();
        for (LayerPlan layer : plan.layers()) {
            String prefix = layer.head().name() + ".";
            layer.head().parameters().forEach(array -> arrays.put(prefix + array.name(), array.shape()));
            layer.state().forEach(array -> arrays.put(prefix + array.name(), array.shape()));
            arrays.keySet()
                    .forEach(name -> layers.putIfAbsent(name, layer.head().name()));
        }
        Set<String> missing = new TreeSet<>(arrays.keySet());
        missing.removeAll(header.tensors().keySet());
        Set<String> unknown = new TreeSet<>(header.tensors().keySet());
        unknown.removeAll(arrays.keySet());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            String lacks = missing.isEmpty() ? "" : " lacks " + listed(missing);
            String has = unknown.isEmpty() ? "" : " has " + listed(unknown) + ", which the network hasn't";
            problems.add(
                    Message.PRETRAINED_ARRAYS,
                    position,
                    resource,
                    network,
                    "it" + lacks + (lacks.isEmpty() || has.isEmpty() ? "" : " and") + has);
            return false;
        }
        for (Map.Entry<String, Shape> array : arrays.entrySet()) {
            TensorEntry tensor = header.tensors().get(array.getKey());
            if (tensor != null && !fits(tensor, array.getValue(), layers.getOrDefault(array.getKey(), ""))) {
                return false;
            }
        }
        Optional<String> difference = declaration().difference(header.metadata(), resource);
        difference.ifPresent(found -> problems.add(Message.PRETRAINED_DECLARATION, position, found));
        return difference.isEmpty();
    }

    private WeightsDeclaration declaration() {
        List<WeightsDeclaration.Layer> layers = plan.layers().stream()
                .map(layer -> new WeightsDeclaration.Layer(
                        layer.head().name(),
                        layer.head().kind(),
                        layer.head().output(),
                        plan.settings(layer),
                        layer.head().sources()))
                .toList();
        List<Integer> outputs = plan.outputs().stream().map(LayerHead::index).toList();
        return new WeightsDeclaration(plan.network().input(), plan.isMasked(), layers, outputs);
    }

    private boolean fits(TensorEntry tensor, Shape shape, String layer) {
        List<Long> expected =
                shape.dimensions().stream().map(Integer::longValue).toList();
        if (!tensor.shape().equals(expected)) {
            problems.add(
                    Message.PRETRAINED_SHAPE,
                    position,
                    tensor.name(),
                    tensor.shape(),
                    resource,
                    expected,
                    network,
                    layer);
            return false;
        }
        if (!tensor.dtype().equals("F32")) {
            problems.add(Message.PRETRAINED_TYPE, position, tensor.name(), tensor.dtype(), resource);
            return false;
        }
        long bytes = (long) shape.size() * Float.BYTES;
        if (tensor.end() - tensor.begin() != bytes) {
            refused(
                    Message.PRETRAINED_FORMAT,
                    resource,
                    network,
                    "\"" + tensor.name() + "\" has " + (tensor.end() - tensor.begin()) + " bytes instead of " + bytes);
            return false;
        }
        return true;
    }

    private Optional<PretrainedPlan> face(Map<String, String> metadata) {
        Optional<String> recipe = Optional.ofNullable(metadata.get(RecipeOutline.METADATA));
        try {
            return recipe.isPresent()
                    ? table(RecipeOutline.read(recipe.get()))
                    : classes(Optional.ofNullable(metadata.get(CLASSES)));
        } catch (JsonException e) {
            return recipe.isPresent()
                    ? refused(Message.PRETRAINED_RECIPE, resource, String.valueOf(e.getMessage()))
                    : refused(
                            Message.PRETRAINED_FORMAT,
                            resource,
                            network,
                            "the names of its classes can't be read, " + e.getMessage());
        }
    }

    private Optional<PretrainedPlan> table(RecipeOutline recipe) {
        int inputs = plan.network().input().size();
        if (recipe.inputs() != inputs) {
            return refused(Message.PRETRAINED_INPUTS, resource, recipe.inputs(), network, inputs);
        }
        if (recipe.outputs() != outputs()) {
            return refused(
                    Message.PRETRAINED_OUTPUTS,
                    "the target \"" + recipe.target() + "\" of the recipe in " + resource,
                    count(recipe.outputs()),
                    network,
                    outputs());
        }
        if (recipe.classes().size() > MOST_CLASSES) {
            return Optional.of(plan(List.of(), Optional.empty()));
        }
        List<String> names =
                recipe.columns().stream().map(RecipeOutline.Column::name).toList();
        List<Column> columns = new ArrayList<>();
        Identifiers.components(names).ifPresent(components -> {
            for (int i = 0; i < components.size(); i++) {
                RecipeOutline.Column column = recipe.columns().get(i);
                columns.add(new Column(column.name(), components.get(i), column.isNumber(), column.isOptional()));
            }
        });
        return Optional.of(plan(recipe.classes(), Optional.of(new TablePlan(recipe.target(), columns))));
    }

    private Optional<PretrainedPlan> classes(Optional<String> json) throws JsonException {
        List<String> names = new ArrayList<>();
        if (json.isPresent()) {
            JsonReader reader = JsonReader.of(json.get());
            reader.expect('[');
            do {
                names.add(reader.string());
            } while (reader.accept(','));
            reader.expect(']');
            reader.end();
        }
        boolean areBinary = names.size() == 2 && outputs() == 1;
        if (!names.isEmpty() && (plan.joinsOutputs() || !areBinary && names.size() != outputs())) {
            return refused(
                    Message.PRETRAINED_OUTPUTS,
                    "the list of classes in " + resource,
                    count(names.size()),
                    network,
                    outputs());
        }
        return Optional.of(plan(names.size() > MOST_CLASSES ? List.of() : names, Optional.empty()));
    }

    private PretrainedPlan plan(List<String> classes, Optional<TablePlan> table) {
        LossFusion last =
                plan.joinsOutputs() ? LossFusion.NONE : plan.losses().get(0).fusion();
        return new PretrainedPlan(
                resource,
                classes,
                Identifiers.constants(classes).filter(constants -> !constants.isEmpty()),
                last == LossFusion.SIGMOID || last == LossFusion.SOFTMAX,
                table);
    }

    private int outputs() {
        return plan.output().size();
    }

    private static String count(int outputs) {
        return outputs == 1 ? "1 output" : outputs + " outputs";
    }

    /** The names in quotes, the first few of many. */
    private static String listed(Set<String> names) {
        int shown = 5;
        String list = "\"" + String.join("\", \"", names.stream().limit(shown).toList()) + "\"";
        return names.size() <= shown ? list : list + " and " + (names.size() - shown) + " more";
    }
}
