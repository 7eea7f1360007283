package dev.longhand.processor.check;

import dev.longhand.Initializer;
import dev.longhand.processor.read.Attribute;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The rules of the initial values of an array of parameters: a distribution with its scale, or values set
 * by hand.
 *
 * @param values the attribute with the values
 * @param initializer the attribute with the distribution
 * @param scale the attribute with its scale
 */
public record InitializationRule(String values, String initializer, String scale) {

    public static final InitializationRule WEIGHTS =
            new InitializationRule("weights", "initializer", "initializerScale");
    public static final InitializationRule BIAS =
            new InitializationRule("bias", "biasInitializer", "biasInitializerScale");

    /** The rules of a distribution with its scale, where values can't be set by hand. */
    public static InitializationRule drawn(String initializer, String scale) {
        return new InitializationRule("", initializer, scale);
    }

    /**
     * Checks the three attributes.
     *
     * @param size how many values there must be, if known
     * @param inWords what the values are for: {@code 6 units}
     */
    public Optional<Initialization> check(LayerContext layer, Optional<Integer> size, IntFunction<String> inWords) {
        Optional<List<Float>> given = layer.attribute(values).numbers();
        if (given.isPresent() && given.get().isEmpty()) {
            return checkDistribution(layer);
        }
        boolean hasNoDistribution = checkNoDistribution(layer);
        boolean isRight = checkValues(layer, size, inWords);
        return given.filter(numbers -> hasNoDistribution && isRight)
                .map(numbers -> new Initialization(Initializer.CONSTANT, Initializer.CONSTANT.defaultScale(), numbers));
    }

    /** Checks the distribution and its scale. */
    public Optional<Initialization> checkDistribution(LayerContext layer) {
        Optional<Initializer> distribution = layer.attribute(initializer).constant(Initializer.class);
        return distribution.flatMap(
                known -> checkScale(layer, known).map(c -> new Initialization(known, c, List.of())));
    }

    private Optional<Float> checkScale(LayerContext layer, Initializer distribution) {
        Attribute attribute = layer.attribute(scale);
        if (!attribute.isGiven()) {
            return Optional.of(distribution.defaultScale());
        }
        if (distribution == Initializer.ZEROS) {
            layer.problem(Message.SCALE_UNUSED, attribute, scale, layer.name(), initializer + " = ZEROS");
            return Optional.empty();
        }
        boolean anySign = distribution == Initializer.CONSTANT;
        Optional<Float> c = attribute.number();
        if (c.isPresent() && !(Float.isFinite(c.get()) && (anySign || c.get() > 0))) {
            layer.problem(
                    Message.SCALE_RANGE,
                    attribute,
                    scale,
                    layer.name(),
                    anySign ? "" : " greater than 0",
                    distribution,
                    c.get());
            return Optional.empty();
        }
        return c;
    }

    private boolean checkNoDistribution(LayerContext layer) {
        Attribute distribution = layer.attribute(initializer);
        Attribute distributionScale = layer.attribute(scale);
        if (distribution.isGiven()) {
            layer.problem(Message.INITIALIZER_UNUSED, distribution, initializer, layer.name(), values);
        }
        if (distributionScale.isGiven()) {
            layer.problem(Message.SCALE_UNUSED, distributionScale, scale, layer.name(), values);
        }
        return !distribution.isGiven() && !distributionScale.isGiven();
    }

    private boolean checkValues(LayerContext layer, Optional<Integer> size, IntFunction<String> inWords) {
        Attribute attribute = layer.attribute(values);
        List<Attribute> items = attribute.items();
        boolean isRight = true;
        if (size.isPresent() && size.get() != items.size()) {
            layer.problem(
                    Message.VALUES_LENGTH, attribute, values, layer.name(), inWords.apply(size.get()), items.size());
            isRight = false;
        }
        for (int i = 0; i < items.size(); i++) {
            Optional<Float> number = items.get(i).number();
            if (number.isPresent() && !Float.isFinite(number.get())) {
                layer.problem(Message.VALUE_NOT_FINITE, items.get(i), i + 1, values, layer.name(), number.get());
                isRight = false;
            }
        }
        return isRight;
    }
}
