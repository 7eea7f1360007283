package dev.longhand.importer.onnx;

import dev.longhand.Shape;
import dev.longhand.importer.LayerSettings;
import dev.longhand.importer.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The layers in the order in which they will be declared. */
final class Drafts {

    private static final Pattern NUMBER = Pattern.compile("[_:]?\\d+$");

    private final List<Draft> layers = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Map<Draft, Map<Shape, Draft>> shaped = new HashMap<>();

    List<Draft> layers() {
        return layers;
    }

    /** Says something about several layers. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** What was said, each sentence once. */
    Set<String> notes() {
        return notes;
    }

    /** Adds an input. */
    void add(Draft input) {
        layers.add(input);
    }

    /** Adds what a node computes. */
    Draft add(Node node, LayerSettings settings, Draft... reads) {
        return add(node, nameOf(node), settings, reads);
    }

    /** Adds what a node computes, with the name of the array of its weights, {@code conv1.weight}, for want of a better one. */
    Draft addNamed(Node node, String weights, LayerSettings settings, Draft... reads) {
        int end = weights.lastIndexOf('.');
        boolean isTelling = end > 0 && weights.indexOf(':') < 0 && weights.indexOf('/') < 0;
        boolean isNamed = path(node).length() > 0;
        return add(node, isTelling && !isNamed ? weights.substring(0, end) : nameOf(node), settings, reads);
    }

    private Draft add(Node node, String name, LayerSettings settings, Draft... reads) {
        Draft added = Draft.of(name, node.output(0), settings, List.of(reads)).from(List.of(node.origin()));
        added.shape();
        layers.add(added);
        return added;
    }

    /** A layer with this shape of the same numbers: itself, or one that reshapes it. */
    Draft shaped(Draft layer, Shape shape, List<Origin> views) {
        if (layer.shape().equals(shape)) {
            return layer;
        }
        Map<Shape, Draft> others = shaped.computeIfAbsent(layer, any -> new HashMap<>());
        Draft found = others.get(shape);
        if (found != null) {
            return found;
        }
        LayerSettings settings = shape.isFlat() ? new LayerSettings.Flatten() : new LayerSettings.Reshape(shape);
        String name = views.isEmpty()
                ? settings.annotation().toLowerCase(Locale.ROOT)
                : path(
                        views.get(views.size() - 1).node(),
                        views.get(views.size() - 1).operator());
        Draft added = Draft.of(
                        name.isEmpty() ? settings.annotation().toLowerCase(Locale.ROOT) : name,
                        layer.value(),
                        settings,
                        List.of(layer))
                .from(views);
        others.put(shape, added);
        layers.add(added);
        return added;
    }

    /** The name of a node without the operator that exporters add, {@code /conv1/Conv}; the operator if there's no other. */
    private static String nameOf(Node node) {
        String path = path(node);
        return path.isEmpty() ? node.operator().replaceAll(".*\\.", "") : path;
    }

    private static String path(Node node) {
        return path(node.name(), node.operator());
    }

    private static String path(String name, String operator) {
        int slash = name.lastIndexOf('/');
        String last = name.substring(slash + 1);
        boolean isOperator = NUMBER.matcher(last).replaceAll("").equalsIgnoreCase(operator);
        boolean isNumber = NUMBER.matcher(last).replaceAll("").isEmpty() && slash < 0;
        String path = isOperator ? name.substring(0, Math.max(0, slash)) : isNumber ? "" : name;
        return path.chars().anyMatch(Character::isLetterOrDigit) ? path : "";
    }

    /** The layers that the outputs depend on, in order, and all inputs. */
    List<Draft> needed(List<Draft> outputs) {
        Set<Draft> needed = new HashSet<>();
        outputs.forEach(output -> collect(output, needed));
        return layers.stream()
                .filter(layer -> needed.contains(layer) || layer.isInput())
                .toList();
    }

    private static void collect(Draft layer, Set<Draft> needed) {
        List<Draft> open = new ArrayList<>(List.of(layer));
        while (!open.isEmpty()) {
            Draft next = open.remove(open.size() - 1);
            if (needed.add(next)) {
                open.addAll(next.reads());
            }
        }
    }
}
