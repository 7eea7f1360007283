package dev.longhand.processor.check;

import dev.longhand.Activation;
import dev.longhand.Shape;
import dev.longhand.processor.read.Attribute;
import java.util.Arrays;
import java.util.Optional;

/** The rules of an activation and its slope. */
public final class FunctionRule {

    private FunctionRule() {}

    /**
     * Checks the activation named by {@code attribute} of a layer whose output is {@code output}.
     *
     * @param notFlat the message for a softmax whose output isn't a row
     */
    public static Optional<ActivationFunction> check(
            LayerContext layer, String attribute, Optional<Shape> output, Message notFlat) {
        Attribute written = layer.attribute(attribute);
        Optional<Activation> activation = written.constant(Activation.class);
        activation
                .filter(FunctionRule::isSoftmax)
                .ifPresent(softmax -> output.ifPresent(shape -> checkSoftmax(layer, written, softmax, shape, notFlat)));
        return activation.flatMap(function -> checkSlope(layer, function));
    }

    /** Whether each output depends on all units of the layer. */
    public static boolean isSoftmax(Activation activation) {
        return activation == Activation.SOFTMAX || activation == Activation.LOG_SOFTMAX;
    }

    private static void checkSoftmax(
            LayerContext layer, Attribute written, Activation softmax, Shape output, Message notFlat) {
        if (!output.isFlat()) {
            layer.problem(notFlat, written, softmax, layer.name(), output);
        } else if (output.size() == 1) {
            layer.problem(
                    Message.SOFTMAX_ONE_UNIT, written, softmax, layer.name(), softmax == Activation.SOFTMAX ? 1 : 0);
        }
    }

    private static Optional<ActivationFunction> checkSlope(LayerContext layer, Activation activation) {
        Attribute slope = layer.attribute("slope");
        if (!slope.isGiven()) {
            return Optional.of(new ActivationFunction(activation, activation.defaultSlope()));
        }
        if (!activation.hasSlope()) {
            layer.problem(Message.SLOPE_UNUSED, slope, layer.name(), activation, functionsWithSlope());
            return Optional.empty();
        }
        Optional<Float> number = slope.number();
        if (number.isPresent() && !(number.get() > 0 && Float.isFinite(number.get()))) {
            layer.problem(Message.SLOPE_RANGE, slope, layer.name(), number.get());
            return Optional.empty();
        }
        return number.map(given -> new ActivationFunction(activation, given));
    }

    private static String functionsWithSlope() {
        return Message.oneOf(Arrays.stream(Activation.values())
                .filter(Activation::hasSlope)
                .map(Activation::name)
                .toList());
    }
}
