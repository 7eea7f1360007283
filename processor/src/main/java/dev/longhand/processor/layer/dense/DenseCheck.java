package dev.longhand.processor.layer.dense;

import dev.longhand.Shape;
import dev.longhand.processor.check.ActivationFunction;
import dev.longhand.processor.check.AffineInitialization;
import dev.longhand.processor.check.AffineInitializationRule;
import dev.longhand.processor.check.ArrayLimit;
import dev.longhand.processor.check.CountRule;
import dev.longhand.processor.check.FunctionRule;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import java.util.Optional;

/** The rules of {@code @Dense}. */
final class DenseCheck implements LayerCheck<ResolvedDense> {

    @Override
    public boolean hasWeights() {
        return true;
    }

    @Override
    public Role role() {
        return Role.COMPUTES;
    }

    @Override
    public boolean keepsSteps() {
        return true;
    }

    @Override
    public Optional<String> activationAttribute() {
        return Optional.of("activation");
    }

    @Override
    public LayerResult<ResolvedDense> check(LayerContext layer) {
        Optional<Integer> units = CountRule.check(layer, "units");
        Optional<Shape> input = checkInput(layer);
        Optional<Integer> weightCount = units.flatMap(out -> input.flatMap(in -> checkSize(layer, in, out)));
        Optional<Shape> row = units.map(Shape::of);
        Optional<Shape> output =
                row.flatMap(flat -> input.isPresent() ? checkOutput(layer, input.get(), flat.last()) : row);

        Optional<ActivationFunction> function = FunctionRule.check(layer, "activation", row, Message.SOFTMAX_NOT_FLAT);
        AffineInitializationRule rule = new AffineInitializationRule(
                weightCount,
                size -> "%s inputs × %s units = %s connections"
                        .formatted(input.orElseThrow().last(), units.orElseThrow(), size),
                units,
                "%s units"::formatted);
        Optional<AffineInitialization> initialization = rule.check(layer);

        boolean isRight = weightCount.isPresent() && function.isPresent() && initialization.isPresent();
        Optional<ResolvedDense> dense = isRight
                ? Optional.of(new ResolvedDense(
                        layer.name(),
                        input.orElseThrow(),
                        units.orElseThrow(),
                        function.orElseThrow(),
                        initialization.orElseThrow()))
                : Optional.empty();
        return new LayerResult<>(dense, output, rule.parameters(layer));
    }

    private Optional<Shape> checkInput(LayerContext layer) {
        Optional<Shape> input = layer.input();
        if (input.isPresent() && !input.get().isFlat() && !input.get().isSequence()) {
            layer.problem(
                    Message.INPUT_NOT_FLAT, layer.name(), layer.annotation().name(), input.get());
            return Optional.empty();
        }
        return input;
    }

    private static Optional<Integer> checkSize(LayerContext layer, Shape input, int units) {
        long size = (long) input.last() * units;
        if (size > ArrayLimit.LENGTH) {
            layer.problem(
                    Message.LAYER_TOO_LARGE,
                    layer.attribute("units"),
                    layer.name(),
                    Shape.of(input.last(), units),
                    size,
                    ArrayLimit.LENGTH / input.last());
            return Optional.empty();
        }
        return Optional.of((int) size);
    }

    /** If a row is too large for an array, so are the weights, which is reported already. */
    private static Optional<Shape> checkOutput(LayerContext layer, Shape input, int units) {
        Shape output = input.withLast(units);
        if (output.isSequence() && ArrayLimit.isExceededBy(output)) {
            int steps = input.dimensions().get(0);
            layer.problem(
                    Message.OUTPUT_TOO_LARGE,
                    layer.attribute("units"),
                    layer.name(),
                    output,
                    ArrayLimit.LENGTH / steps + " units");
            return Optional.empty();
        }
        return Optional.of(output);
    }
}
