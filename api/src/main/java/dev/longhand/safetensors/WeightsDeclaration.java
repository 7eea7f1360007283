package dev.longhand.safetensors;

import dev.longhand.Setting;
import dev.longhand.Settings;
import dev.longhand.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a weights file says of the declaration of its network, in its metadata: a line for the network, and one for each layer
 * with its kind, the shape of its output, its settings, and what it reads.
 *
 * <pre>{@code
 * @Network: input 28×28×1; outputs digit
 * conv: Conv2d 26×26×8; kernel 3; activation RELU; reads the input
 * flat: Flatten 5408; reads conv
 * digit: Dense 10; activation SOFTMAX; reads flat
 * }</pre>
 *
 * <p>Networks with equal lines predict the same with the same parameters. What matters for training alone isn't in them: layers
 * of dropout and noise, through which the others read, the momentum of batch norms, losses, and how parameters are initialized,
 * penalized or frozen.
 */
public final class WeightsDeclaration {

    /** Its name in the metadata. */
    public static final String METADATA = "longhand.declaration";

    /** The name of the network's line, which no layer can have. */
    private static final String NETWORK = "@Network";

    private static final Set<String> KINDS_FOR_TRAINING = Set.of("Dropout", "GaussianNoise");
    private static final Set<String> SETTINGS_FOR_TRAINING = Set.of("momentum");
    private static final String AFTER_NAME = ": ";
    private static final String SEPARATOR = "; ";
    private static final int LONGEST_QUOTE = 150;

    private final List<Layer> layers;
    private final Map<String, String> lines = new LinkedHashMap<>();

    /**
     * A layer as declared.
     *
     * @param kind the name of its annotation
     * @param output the shape of one sample of its output
     * @param sources the indices of the layers that it reads; −1 is the input
     */
    public record Layer(String name, String kind, Shape output, Settings settings, List<Integer> sources) {

        public Layer {
            sources = List.copyOf(sources);
        }
    }

    /**
     * The declaration of a network.
     *
     * @param input the shape of one sample
     * @param isMasked whether it skips steps that pad shorter sequences
     * @param layers the layers in order
     * @param outputs the indices of the layers that are outputs, in order
     */
    public WeightsDeclaration(Shape input, boolean isMasked, List<Layer> layers, List<Integer> outputs) {
        this.layers = List.copyOf(layers);
        String parts = layers.stream()
                .filter(layer -> layer.kind().equals("Input"))
                .map(Layer::name)
                .collect(Collectors.joining(", "));
        lines.put(
                NETWORK,
                "input " + input + (parts.isEmpty() ? "" : " of " + parts) + (isMasked ? ", masked" : "") + SEPARATOR
                        + "outputs " + names(outputs));
        for (Layer layer : layers) {
            if (!KINDS_FOR_TRAINING.contains(layer.kind())) {
                lines.put(layer.name(), line(layer));
            }
        }
    }

    private String line(Layer layer) {
        StringBuilder line = new StringBuilder(layer.kind() + " " + layer.output());
        layer.settings().values().forEach((name, value) -> {
            if (!SETTINGS_FOR_TRAINING.contains(name)) {
                line.append(SEPARATOR).append(name).append(' ').append(value);
            }
        });
        return line.append(SEPARATOR)
                .append("reads ")
                .append(names(layer.sources()))
                .toString();
    }

    private String names(List<Integer> indices) {
        return indices.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** The name of a layer or, where it passes on what it reads, of what it reads. */
    private String name(int index) {
        int source = index;
        while (source >= 0 && KINDS_FOR_TRAINING.contains(layers.get(source).kind())) {
            source = layers.get(source).sources().get(0);
        }
        return source < 0 ? "the input" : layers.get(source).name();
    }

    /** The lines. */
    public String text() {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + AFTER_NAME + line.getValue())
                .collect(Collectors.joining("\n"));
    }

    /**
     * The first difference from the declaration in a file, as the beginning of a sentence: {@code "hidden" is declared with
     * "activation RELU", but the file was saved with "activation TANH"}. Empty if there is none, or the file has no declaration.
     *
     * @param metadata the metadata of the file
     * @param file what the sentence calls the file
     */
    public Optional<String> difference(Map<String, String> metadata, String file) {
        String text = metadata.get(METADATA);
        if (text == null || text.equals(text())) {
            return Optional.empty();
        }
        Map<String, String> saved = parse(text);
        for (Map.Entry<String, String> line : lines.entrySet()) {
            if (!saved.containsKey(line.getKey())) {
                return Optional.of("\"%s\" is declared with %s, but %s was saved without it"
                        .formatted(line.getKey(), quoted(line.getValue()), file));
            }
        }
        for (Map.Entry<String, String> line : saved.entrySet()) {
            String declared = lines.get(line.getKey());
            if (declared == null) {
                return Optional.of("%s isn't declared, but %s was saved with it, %s"
                        .formatted(quoted(line.getKey()), file, quoted(line.getValue())));
            }
        }
        return lines.entrySet().stream()
                .flatMap(line -> difference(line.getKey(), line.getValue(), saved, file).stream())
                .findFirst();
    }

    private static Optional<String> difference(String name, String line, Map<String, String> saved, String file) {
        String other = saved.getOrDefault(name, "");
        return parts(line).equals(parts(other))
                ? Optional.empty()
                : Optional.of("\"%s\" is declared with %s, but %s was saved with %s"
                        .formatted(name, quoted(partsOnlyIn(line, other)), file, quoted(partsOnlyIn(other, line))));
    }

    private static Set<String> parts(String line) {
        return new LinkedHashSet<>(List.of(line.split(SEPARATOR)));
    }

    private static Map<String, String> parse(String text) {
        Map<String, String> parsed = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int end = Math.max(0, line.indexOf(AFTER_NAME));
            parsed.put(line.substring(0, end), line.substring(end == 0 ? 0 : end + AFTER_NAME.length()));
        });
        return parsed;
    }

    /** What a line has and another doesn't; of a setting that only the other names, the value that it has if it's absent. */
    private static String partsOnlyIn(String line, String other) {
        List<String> differing = new ArrayList<>(parts(line));
        differing.removeAll(parts(other));
        List<String> settings =
                parts(line).stream().map(WeightsDeclaration::setting).toList();
        for (String part : parts(other)) {
            String setting = setting(part);
            Optional<Setting> ifAbsent = settings.contains(setting) ? Optional.empty() : Settings.ifAbsent(setting);
            ifAbsent.ifPresent(value -> differing.add(setting + " " + value));
        }
        return differing.isEmpty() ? line : String.join(SEPARATOR, differing);
    }

    /** The name of the setting that a part of a line begins with. */
    private static String setting(String part) {
        return part.substring(0, Math.max(0, part.indexOf(' ')));
    }

    private static String quoted(String text) {
        return "\"" + (text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…") + "\"";
    }
}
