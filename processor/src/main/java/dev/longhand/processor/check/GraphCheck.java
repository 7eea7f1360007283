package dev.longhand.processor.check;

import dev.longhand.From;
import dev.longhand.processor.check.LayerCheck.Reads;
import dev.longhand.processor.check.LayerCheck.Role;
import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;
import dev.longhand.processor.read.LayerDeclaration;
import dev.longhand.processor.read.NetworkDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of what layers read: a layer reads layers declared before it, so that source order is the order
 * of the forward pass; each is read by another, but for the outputs.
 */
final class GraphCheck {

    /** The index of the data. */
    static final int DATA = -1;

    private final List<LayerDeclaration> layers;
    private final LayerRules rules;
    private final boolean hasInput;
    private final Map<String, Integer> indices = new HashMap<>();
    private final List<Optional<List<Integer>>> sources = new ArrayList<>();
    private final Problems problems;

    private GraphCheck(NetworkDeclaration declaration, LayerRules rules, Problems problems) {
        this.rules = rules;
        layers = declaration.layers();
        hasInput = layers.stream().noneMatch(layer -> InputCheck.isInput(layer, rules))
                || declaration.network().attribute("input").isGiven();
        this.problems = problems;
        if (hasInput) {
            indices.put(From.INPUT, DATA);
        }
        for (int i = 0; i < layers.size(); i++) {
            indices.put(layers.get(i).name(), i);
        }
    }

    /** For each layer the indices of those that it reads, unknown where there is an error. */
    static List<Optional<List<Integer>>> check(NetworkDeclaration declaration, LayerRules rules, Problems problems) {
        return new GraphCheck(declaration, rules, problems).check(declaration);
    }

    /** The indices of the layers that no other reads, without outputs; none if an error leaves it unknown. */
    static Set<Integer> unread(NetworkDeclaration declaration, List<Optional<List<Integer>>> sources) {
        if (sources.stream().anyMatch(Optional::isEmpty)) {
            return Set.of();
        }
        Set<Integer> unread = new HashSet<>();
        for (int i = 0; i < sources.size(); i++) {
            unread.add(i);
        }
        sources.forEach(read -> unread.removeAll(read.orElseThrow()));
        DeclaredOutput.of(declaration).forEach(output -> unread.remove(output.index()));
        return unread;
    }

    private List<Optional<List<Integer>>> check(NetworkDeclaration declaration) {
        for (int i = 0; i < layers.size(); i++) {
            sources.add(sources(i));
        }
        Set<Integer> unread = unread(declaration, sources);
        unread.stream().sorted().forEach(index -> reportUnread(declaration, layers.get(index)));
        return sources;
    }

    private void reportUnread(NetworkDeclaration declaration, LayerDeclaration layer) {
        if (DeclaredOutput.areDeclared(declaration)) {
            problems.add(Message.OUTPUT_MISSING, layer.position(), layer.name());
            return;
        }
        LayerDeclaration last = layers.get(layers.size() - 1);
        boolean isOutput = OutputCheck.activation(layer, rules)
                .filter(FunctionRule::isSoftmax)
                .isPresent();
        if (isOutput) {
            problems.add(Message.TWO_OUTPUTS, layer.position(), declaration.name(), layer.name(), last.name());
        } else {
            problems.add(Message.LAYER_UNUSED, layer.position(), layer.name(), last.name());
        }
    }

    private Optional<List<Integer>> sources(int index) {
        LayerDeclaration layer = layers.get(index);
        Optional<LayerCheck<?>> check = rules.of(layer);
        if (check.isEmpty()) {
            layer.from()
                    .filter(from -> layer.annotations().isEmpty() && layer.isResolved())
                    .ifPresent(from -> problems.add(Message.FROM_WITHOUT_LAYER, from.position(), layer.name()));
            return Optional.empty();
        }
        Reads reads = check.get().reads();
        if (reads == Reads.NONE) {
            layer.from().ifPresent(from -> problems.add(Message.INPUT_READS, from.position(), layer.name()));
            return Optional.of(List.of(DATA));
        }
        if (layer.from().isPresent()) {
            return named(index, layer.from().get(), reads);
        }
        if (reads == Reads.SEVERAL) {
            AnnotationDeclaration annotation = layer.annotations().get(0);
            problems.add(Message.FROM_SEVERAL, annotation.position(), layer.name(), annotation.name());
            return Optional.empty();
        }
        if (index == 0 && !hasInput) {
            problems.add(Message.FROM_NOTHING, layer.position(), layer.name());
            return Optional.empty();
        }
        return Optional.of(List.of(index - 1));
    }

    private Optional<List<Integer>> named(int index, AnnotationDeclaration from, Reads reads) {
        LayerDeclaration layer = layers.get(index);
        Attribute value = from.attribute("value");
        List<Attribute> items = value.items();
        if (value.value().isEmpty()
                || items.stream().anyMatch(item -> item.text().isEmpty())) {
            return Optional.empty();
        }
        boolean isRight = true;
        Map<Integer, Integer> read = new LinkedHashMap<>();
        for (Attribute item : items) {
            Optional<Integer> source = named(index, item);
            isRight &= source.isPresent();
            if (source.isEmpty()) {
                continue;
            }
            Integer same = read.putIfAbsent(numbersOf(source.get()), source.get());
            if (same != null) {
                isRight = false;
                if (same.equals(source.get())) {
                    problems.add(Message.FROM_TWICE, item.position(), layer.name(), name(same));
                } else {
                    problems.add(Message.FROM_SAME, item.position(), layer.name(), name(same), name(source.get()));
                }
            }
        }
        if (reads == Reads.ONE && items.isEmpty()) {
            problems.add(Message.FROM_NONE, value.position(), layer.name());
            isRight = false;
        } else if (reads == Reads.ONE && items.size() > 1) {
            problems.add(
                    Message.FROM_ONE,
                    value.position(),
                    layer.name(),
                    layer.annotations().get(0).name(),
                    items.size());
            isRight = false;
        } else if (reads == Reads.SEVERAL && items.size() < 2) {
            problems.add(
                    Message.FROM_SEVERAL,
                    value.position(),
                    layer.name(),
                    layer.annotations().get(0).name());
            isRight = false;
        }
        return isRight ? Optional.of(List.copyOf(read.values())) : Optional.empty();
    }

    /** The layer whose output a layer gives: what it is a view of, or itself. */
    private int numbersOf(int layer) {
        int made = layer;
        while (made != DATA && isView(made) && sources.get(made).isPresent()) {
            made = sources.get(made).get().get(0);
        }
        return made;
    }

    private boolean isView(int layer) {
        return rules.of(layers.get(layer))
                .filter(check -> check.role() == Role.RESHAPES && check.reads() == Reads.ONE)
                .isPresent();
    }

    private String name(int layer) {
        return layer == DATA ? From.INPUT : layers.get(layer).name();
    }

    private Optional<Integer> named(int index, Attribute item) {
        String layer = layers.get(index).name();
        String name = item.text().orElseThrow();
        Integer source = indices.get(name);
        if (hasInput && name.equals(From.INPUT) && source != null && source != DATA) {
            problems.add(Message.FROM_AMBIGUOUS, item.position(), layer, name);
            return Optional.empty();
        }
        if (source == null) {
            String similar = Similarity.closest(name, indices.keySet())
                    .map(found -> "; did you mean \"" + found + "\"?")
                    .orElse("; name one declared before it");
            problems.add(Message.FROM_UNKNOWN, item.position(), layer, name, similar);
            return Optional.empty();
        }
        if (source < index) {
            return Optional.of(source);
        }
        Optional<List<Integer>> cycle = path(source, index);
        if (cycle.isPresent()) {
            String trace = cycle.get().stream()
                    .map(step -> layers.get(step).name())
                    .collect(Collectors.joining(" → ", "", ""));
            problems.add(Message.FROM_CYCLE, item.position(), layer, name, layer + " → " + trace);
        } else {
            problems.add(Message.FROM_LATER, item.position(), layer, name);
        }
        return Optional.empty();
    }

    /** The layers on the way from {@code from} to {@code to}, each reading the next, if there is a way. */
    private Optional<List<Integer>> path(int from, int to) {
        Map<Integer, Integer> before = new HashMap<>(Map.of(from, from));
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            int layer = open.remove();
            if (layer == to) {
                Deque<Integer> path = new ArrayDeque<>(List.of(to));
                while (path.getFirst() != from) {
                    path.addFirst(before.getOrDefault(path.getFirst(), from));
                }
                return Optional.of(List.copyOf(path));
            }
            for (int read : readBy(layer)) {
                if (before.putIfAbsent(read, layer) == null) {
                    open.add(read);
                }
            }
        }
        return Optional.empty();
    }

    /** The layers that a layer says it reads, right or wrong. */
    private List<Integer> readBy(int index) {
        LayerDeclaration layer = layers.get(index);
        if (layer.from().isEmpty()) {
            return index > 0 && !InputCheck.isInput(layer, rules) ? List.of(index - 1) : List.of();
        }
        return layer.from().get().attribute("value").items().stream()
                .map(Attribute::text)
                .flatMap(Optional::stream)
                .filter(indices::containsKey)
                .map(indices::get)
                .filter(read -> read != DATA)
                .toList();
    }
}
