package dev.longhand.optimizer;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.ParameterInfo;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an optimizer does differently with single layers: it leaves frozen ones as they are, trains some that are declared
 * {@code @Frozen}, and penalizes the weights of some by factors that replace its {@link Optimizer#l1} and {@link
 * Optimizer#l2}. Immutable.
 *
 * <pre>{@code
 * LayerRules.none().freeze("hidden1").l2("output", 1e-4)
 * }</pre>
 */
public final class LayerRules {

    private static final LayerRules NONE = new LayerRules(Map.of());

    private final Map<String, Rule> rules;

    /** The rule of a layer; null stands for what is declared, or for the optimizer's factor. */
    private record Rule(
            @Nullable Boolean isFrozen,
            @Nullable Double l1,
            @Nullable Double l2) {

        @Override
        public String toString() {
            return (isFrozen == null ? "" : isFrozen ? " frozen" : " trained")
                    + (l1 == null ? "" : " l1=" + l1)
                    + (l2 == null ? "" : " l2=" + l2);
        }
    }

    private LayerRules(Map<String, Rule> rules) {
        this.rules = rules;
    }

    /** All layers are treated alike. */
    public static LayerRules none() {
        return NONE;
    }

    /** The same, and this layer's parameters keep their values. */
    public LayerRules freeze(String layer) {
        return with(layer, rule -> new Rule(true, rule.l1, rule.l2));
    }

    /** The same, and this layer's parameters are trained, even if it's declared {@code @Frozen}. */
    public LayerRules unfreeze(String layer) {
        return with(layer, rule -> new Rule(false, rule.l1, rule.l2));
    }

    /** The same with this penalty on the absolute values of this layer's weights; 0 turns it off there. */
    public LayerRules l1(String layer, double l1) {
        Setting.L1.check(l1);
        return with(layer, rule -> new Rule(rule.isFrozen, l1, rule.l2));
    }

    /** The same with this penalty on the squares of this layer's weights; 0 turns it off there. */
    public LayerRules l2(String layer, double l2) {
        Setting.L2.check(l2);
        return with(layer, rule -> new Rule(rule.isFrozen, rule.l1, l2));
    }

    private LayerRules with(String layer, UnaryOperator<Rule> change) {
        Map<String, Rule> changed = new TreeMap<>(rules);
        changed.put(layer, change.apply(rules.getOrDefault(layer, new Rule(null, null, null))));
        return new LayerRules(Collections.unmodifiableMap(changed));
    }

    /** Whether the parameters of this layer keep their values: as its rule says, otherwise as it's declared. */
    public boolean isFrozen(LayerInfo layer) {
        Rule rule = rules.get(layer.name());
        return rule == null || rule.isFrozen == null ? layer.isFrozen() : rule.isFrozen;
    }

    /** The factor of the penalty on the absolute values of a layer's weights; {@code otherwise} without a rule. */
    double l1Of(String layer, double otherwise) {
        Rule rule = rules.get(layer);
        return rule == null || rule.l1 == null ? otherwise : rule.l1;
    }

    /** The factor of the penalty on the squares of a layer's weights; {@code otherwise} without a rule. */
    double l2Of(String layer, double otherwise) {
        Rule rule = rules.get(layer);
        return rule == null || rule.l2 == null ? otherwise : rule.l2;
    }

    /**
     * Checks that a network has these layers, that those to penalize have weights, and that not all parameters are
     * frozen.
     *
     * @throws IllegalArgumentException if not
     */
    public void requireFor(ModelInfo model) {
        for (Map.Entry<String, Rule> entry : rules.entrySet()) {
            requireFor(model, entry.getKey(), entry.getValue());
        }
        boolean learns = model.parameterCount() == 0
                || model.layers().stream()
                        .anyMatch(
                                layer -> !isFrozen(layer) && !layer.parameters().isEmpty());
        if (!learns) {
            throw new IllegalArgumentException("all layers of " + model.name()
                    + " that have parameters are frozen, so that nothing can be learnt: freeze fewer");
        }
    }

    private static void requireFor(ModelInfo model, String name, Rule rule) {
        LayerInfo layer = model.layers().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        model.name() + " has no layer \"" + name + "\", only " + names(model)));
        if (layer.parameters().isEmpty()) {
            throw new IllegalArgumentException(
                    "layer \"" + name + "\" of " + model.name() + " is " + layer.kind() + " and has no parameters that"
                            + (rule.isFrozen != null ? " could be frozen" : " a penalty could hold for"));
        }
        if ((rule.l1 != null || rule.l2 != null) && layer.parameters().stream().noneMatch(ParameterInfo::penalized)) {
            throw new IllegalArgumentException("layer \"" + name + "\" of " + model.name() + " is " + layer.kind()
                    + " and has no weights that a penalty could hold for");
        }
    }

    private static String names(ModelInfo model) {
        return model.layers().stream().map(layer -> "\"" + layer.name() + "\"").collect(Collectors.joining(", "));
    }

    /** As in {@code hidden1 frozen, output l2=1.0E-4}; empty if all layers are treated alike. */
    @Override
    public String toString() {
        return rules.entrySet().stream()
                .map(entry -> entry.getKey() + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
