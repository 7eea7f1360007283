package dev.longhand.importer;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rules of declarations that a network of a file may break although each of its layers could be declared. */
final class NetworkRules {

    private static final int MOST_DIMENSIONS = 3;
    private static final int MOST_JOINED = 120;
    private static final int LARGEST_VOCABULARY = 1 << 24;

    /** As many as the compiler of networks takes. */
    private static final int MOST_OUTPUTS = 64;

    private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8;
    private static final String DATA = "it's an output, but nothing but the data";

    private final List<ImportedLayer> layers;
    private final List<String> outputs;
    private final OutputLayers ends;
    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, ImportedLayer> byName = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private NetworkRules(List<ImportedLayer> layers, List<String> outputs) {
        this.layers = layers;
        this.outputs = outputs;
        ends = new OutputLayers(layers, outputs);
    }

    /** What is against a network, an entry for each layer that is. */
    static List<Refusal> check(String file, Optional<Shape> input, List<ImportedLayer> layers, List<String> outputs) {
        NetworkRules rules = new NetworkRules(layers, outputs);
        if (outputs.stream().allMatch(output -> rules.ends.computing(output).isEmpty())) {
            return List.of(Refusal.of("graph", file, "it has no layer that computes anything"));
        }
        input.ifPresent(shape -> {
            rules.shapes.put(From.INPUT, shape);
            if (shape.rank() > MOST_DIMENSIONS) {
                rules.refusals.add(Refusal.of("input", file, tooMany(shape)));
            }
        });
        layers.forEach(rules::check);
        rules.checkReaders();
        rules.checkOutputs(file);
        return rules.refusals;
    }

    private static String tooMany(Shape shape) {
        return "a sample of " + shape + " has more than " + MOST_DIMENSIONS + " dimensions, the most that Longhand has";
    }

    private void check(ImportedLayer layer) {
        if (byName.putIfAbsent(layer.name(), layer) != null) {
            refuse(layer, "another layer has its name");
            return;
        }
        List<Shape> inputs = new ArrayList<>();
        for (String read : layer.reads()) {
            Shape shape = shapes.get(read);
            if (shape == null) {
                // What it reads was refused, or comes later.
                if (!read.equals(From.INPUT) && !byName.containsKey(read)) {
                    refuse(layer, "it reads \"" + read + "\", which no layer before it computes");
                }
                return;
            }
            inputs.add(shape);
        }
        try {
            Shape output = layer.settings().output(inputs);
            checkSettings(layer, inputs, output);
            checkArrays(layer, inputs);
            shapes.put(layer.name(), output);
        } catch (IllegalArgumentException | ArithmeticException e) {
            refuse(layer, String.valueOf(e.getMessage()));
        }
    }

    private void refuse(ImportedLayer layer, String reason) {
        refusals.add(layer.refusal(reason));
    }

    private void checkSettings(ImportedLayer layer, List<Shape> inputs, Shape output) {
        LayerSettings settings = layer.settings();
        if (output.rank() > MOST_DIMENSIONS) {
            refuse(layer, tooMany(output));
        }
        output.size();
        settings.function().filter(ActivationSetting::isSoftmax).ifPresent(softmax -> checkSoftmax(layer, output));
        if (settings instanceof MergeSettings) {
            checkMerge(layer);
        } else if (settings instanceof LayerSettings.Embedding embedding) {
            if (embedding.vocabulary() > LARGEST_VOCABULARY) {
                refuse(layer, "its vocabulary of " + embedding.vocabulary() + " is larger than " + LARGEST_VOCABULARY);
            }
            if (!isData(layer.reads().get(0))) {
                refuse(layer, "it looks up what another layer computes, but Longhand's embeddings read the data");
            }
        } else if (settings instanceof LayerSettings.BatchNorm norm) {
            requirePositive(layer, norm.epsilon());
            requireShare(layer, "momentum", norm.momentum());
        } else if (settings instanceof LayerSettings.LayerNorm norm) {
            requirePositive(layer, norm.epsilon());
        } else if (settings instanceof LayerSettings.Dropout dropout) {
            requireShare(layer, "rate", dropout.rate());
        } else if (settings instanceof RecurrentSettings recurrent
                && recurrent.activation().isSoftmax()) {
            refuse(layer, "a recurrent layer can't have a softmax as its activation");
        }
    }

    private void requirePositive(ImportedLayer layer, double epsilon) {
        if (!((float) epsilon > 0 && Float.isFinite((float) epsilon))) {
            refuse(layer, "its epsilon is " + epsilon + ", but must be greater than 0");
        }
    }

    private void requireShare(ImportedLayer layer, String name, double value) {
        if (!((float) value >= 0 && (float) value < 1)) {
            refuse(layer, "its " + name + " is " + value + ", but must be at least 0 and less than 1");
        }
    }

    private void checkSoftmax(ImportedLayer layer, Shape output) {
        boolean isAtEachStep = output.isSequence() && layer.settings() instanceof LayerSettings.Dense;
        if (!ends.isComputing(layer)) {
            refuse(
                    layer,
                    "a softmax is only for " + (outputs.size() > 1 ? "outputs" : "the last layer")
                            + ", as attention isn't declared with layers yet");
        } else if (!output.isFlat() && !isAtEachStep) {
            refuse(layer, "a softmax needs one row of numbers, but reads " + output);
        } else if (output.last() == 1) {
            refuse(layer, "a softmax of one number is always 1");
        }
    }

    private void checkMerge(ImportedLayer layer) {
        Set<String> sources = new HashSet<>();
        for (String read : layer.reads()) {
            String source = read;
            ImportedLayer found = byName.get(source);
            while (found != null && OutputLayers.isView(found) && !found.reads().isEmpty()) {
                source = found.reads().get(0);
                found = byName.get(source);
            }
            if (!sources.add(source)) {
                refuse(layer, "it joins the same numbers twice, which a layer that joins others can't");
                return;
            }
        }
        if (layer.reads().size() > MOST_JOINED) {
            refuse(layer, "it joins " + layer.reads().size() + " layers, more than " + MOST_JOINED);
        }
    }

    private boolean isData(String name) {
        ImportedLayer layer = byName.get(name);
        return layer == null
                || OutputLayers.isView(layer) && layer.reads().stream().allMatch(this::isData);
    }

    private void checkArrays(ImportedLayer layer, List<Shape> inputs) {
        Map<String, Shape> expected = new TreeMap<>(layer.settings().arrays(inputs));
        Map<String, Shape> found = new TreeMap<>();
        layer.parameters().forEach(array -> found.put(array.name(), array.shape()));
        if (!expected.equals(found)) {
            refuse(layer, "its arrays are " + found + ", but should be " + expected);
            return;
        }
        for (ImportedParameter array : layer.parameters()) {
            for (float value : array.values()) {
                if (!Float.isFinite(value)) {
                    refuse(layer, "its " + array.name() + " holds " + value + ", which no network can compute with");
                    break;
                }
                if (value < 0 && array.name().equals("runningVariance")) {
                    refuse(layer, "its running variance holds " + value + ", but a variance is at least 0");
                    break;
                }
            }
        }
    }

    private void checkReaders() {
        Set<String> read = new HashSet<>(outputs);
        layers.forEach(layer -> read.addAll(layer.reads()));
        for (ImportedLayer layer : layers) {
            if (!read.contains(layer.name())) {
                refuse(layer, "no layer reads it, and it isn't an output");
            }
        }
    }

    private void checkOutputs(String file) {
        if (outputs.size() > MOST_OUTPUTS) {
            refusals.add(Refusal.of(
                    "outputs",
                    file,
                    "it has " + outputs.size() + " outputs, but at most " + MOST_OUTPUTS + " can be declared"));
        }
        Map<ImportedLayer, String> computed = new HashMap<>();
        long numbers = 0;
        for (String output : outputs) {
            List<ImportedLayer> path = ends.path(output);
            path.stream()
                    .filter(OutputLayers::isRandom)
                    .forEach(layer ->
                            refuse(layer, "no layer that computes follows it, so it would make the outputs random"));
            if (path.stream().anyMatch(OutputLayers::isRandom)) {
                continue;
            }
            Optional<ImportedLayer> end = ends.computing(output);
            if (end.isEmpty()) {
                refusals.add(
                        path.isEmpty()
                                ? Refusal.of("output", output, DATA)
                                : path.get(0).refusal(DATA));
                continue;
            }
            String other = computed.putIfAbsent(end.get(), output);
            if (other != null) {
                refuse(end.get(), "two outputs are its numbers, and one of them would do");
            } else if (ends.activation(output) == Activation.LOG_SOFTMAX && ends.isReadElsewhere(output)) {
                refuse(end.get(), "other layers read it, but a log-softmax is only for an output that no layer reads");
            }
            Shape shape = shapes.get(output);
            numbers += shape == null ? 0 : shape.size();
        }
        if (numbers > MOST_NUMBERS) {
            refusals.add(Refusal.of(
                    "outputs", file, "they are " + numbers + " numbers in all, more than an array can hold"));
        }
    }
}
