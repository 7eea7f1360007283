package dev.longhand.processor.check;

import dev.longhand.processor.read.LayerDeclaration;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of every kind of layer.
 *
 * @param checks by the simple name of the annotation
 */
public record LayerRules(Map<String, LayerCheck<?>> checks) {

    public LayerRules {
        checks = Map.copyOf(checks);
    }

    /** The rules of a layer's kind, if it's of exactly one. */
    public Optional<LayerCheck<?>> of(LayerDeclaration layer) {
        return layer.annotations().size() == 1
                ? Optional.ofNullable(checks.get(layer.annotations().get(0).name()))
                : Optional.empty();
    }
}
