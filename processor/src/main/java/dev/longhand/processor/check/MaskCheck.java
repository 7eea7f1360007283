package dev.longhand.processor.check;

import dev.longhand.Shape;
import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;
import dev.longhand.processor.read.LayerDeclaration;
import dev.longhand.processor.read.NetworkDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of {@code masked = true}: masked steps go from the data through layers that compute each step alone to
 * recurrent layers, which skip them.
 */
final class MaskCheck {

    private final NetworkDeclaration declaration;
    private final LayerRules rules;
    private final Set<Integer> masked = new HashSet<>(Set.of(GraphCheck.DATA));

    private MaskCheck(NetworkDeclaration declaration, LayerRules rules) {
        this.declaration = declaration;
        this.rules = rules;
    }

    /**
     * The indices of the layers whose outputs are sequences with masked steps, and that of the data; none if the network
     * reads all steps.
     *
     * @param sources for each layer what it reads
     * @param layers the layers with their output shapes
     */
    static Set<Integer> check(
            NetworkDeclaration declaration,
            List<Optional<List<Integer>>> sources,
            List<LayerResult<?>> layers,
            Optional<Shape> input,
            LayerRules rules,
            Problems problems) {
        Attribute attribute = declaration.network().attribute("masked");
        if (!attribute.flag().orElse(false)) {
            return Set.of();
        }
        if (declaration.layers().stream().anyMatch(layer -> InputCheck.isInput(layer, rules))) {
            problems.add(Message.MASKED_INPUTS, attribute.position(), declaration.name());
            return Set.of();
        }
        if (DeclaredOutput.of(declaration).size() > 1) {
            problems.add(Message.MASKED_OUTPUTS, attribute.position(), declaration.name());
            return Set.of();
        }
        boolean areKnown = input.isPresent()
                && sources.stream().allMatch(Optional::isPresent)
                && layers.stream().allMatch(layer -> layer.output().isPresent());
        if (!areKnown) {
            return Set.of();
        }
        MaskCheck check = new MaskCheck(declaration, rules);
        List<Shape> shapes = new ArrayList<>();
        layers.forEach(layer -> shapes.add(layer.output().orElseThrow()));
        return check.check(sources, input.get(), shapes, problems);
    }

    private Set<Integer> check(
            List<Optional<List<Integer>>> sources, Shape input, List<Shape> shapes, Problems problems) {
        boolean isRight = true;
        boolean isRead = false;
        for (int i = 0; i < shapes.size(); i++) {
            Optional<Integer> source = sources.get(i).orElseThrow().stream()
                    .filter(masked::contains)
                    .findFirst();
            if (source.isEmpty()) {
                continue;
            }
            Shape read = source.get() == GraphCheck.DATA ? input : shapes.get(source.get());
            LayerDeclaration layer = declaration.layers().get(i);
            LayerCheck<?> check = rules.of(layer).orElseThrow();
            if (check.isRecurrent()) {
                isRead = true;
            } else if (!check.keepsSteps() || read.isFlat() && !shapes.get(i).isSequence()) {
                AnnotationDeclaration annotation = layer.annotations().get(0);
                problems.add(Message.MASKED_MIXED, annotation.position(), layer.name(), annotation.name());
                isRight = false;
                continue;
            }
            if (shapes.get(i).isSequence()) {
                masked.add(i);
            }
        }
        if (isRight && !isRead) {
            problems.add(
                    Message.MASKED_UNUSED,
                    declaration.network().attribute("masked").position(),
                    declaration.name());
        }
        return masked;
    }
}
