package dev.longhand.processor.layer.convolution;

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
import dev.longhand.processor.check.Window;
import dev.longhand.processor.check.WindowCheck;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rules of {@code @Conv2d} and {@code @Conv1d}. */
record ConvolutionCheck(WindowCheck kernels) implements LayerCheck<ResolvedFilters> {

    @Override
    public boolean hasWeights() {
        return true;
    }

    @Override
    public Role role() {
        return Role.COMPUTES;
    }

    @Override
    public Optional<String> activationAttribute() {
        return Optional.of("activation");
    }

    @Override
    public LayerResult<ResolvedFilters> check(LayerContext layer) {
        Optional<Shape> input = kernels.input(layer);
        Optional<Integer> filters = CountRule.check(layer, "filters");
        Optional<Integer> groups = checkGroups(layer, input, filters);
        Optional<Window> window = kernels.check(layer, input);
        Optional<Shape> output = window.flatMap(kernel -> filters.flatMap(count -> output(layer, kernel, count)));
        Optional<Shape> weightShape = window.flatMap(kernel -> groups.flatMap(parts -> filters.flatMap(
                count -> weights(layer, kernel, input.orElseThrow().last() / parts, count))));

        Optional<ActivationFunction> function =
                FunctionRule.check(layer, "activation", output, Message.SOFTMAX_OF_CONVOLUTION);
        AffineInitializationRule rule = new AffineInitializationRule(
                weightShape.map(Shape::size),
                size -> "%s = %s weights".formatted(weightShape.orElseThrow(), size),
                filters,
                "%s filters"::formatted);
        Optional<AffineInitialization> initialization = rule.check(layer);

        boolean isRight =
                weightShape.isPresent() && output.isPresent() && function.isPresent() && initialization.isPresent();
        Optional<ResolvedFilters> convolution = isRight
                ? Optional.of(new ResolvedFilters(
                        layer.name(),
                        input.orElseThrow(),
                        filters.orElseThrow(),
                        window.orElseThrow(),
                        groups.orElseThrow(),
                        function.orElseThrow(),
                        initialization.orElseThrow()))
                : Optional.empty();
        return new LayerResult<>(convolution, output, rule.parameters(layer));
    }

    private static Optional<Integer> checkGroups(LayerContext layer, Optional<Shape> input, Optional<Integer> filters) {
        Optional<Integer> groups = CountRule.check(layer, "groups");
        if (groups.isEmpty() || input.isEmpty() || filters.isEmpty()) {
            return groups;
        }
        int channels = input.get().last();
        int parts = groups.get();
        if (channels % parts != 0 || filters.get() % parts != 0) {
            int common = BigInteger.valueOf(channels)
                    .gcd(BigInteger.valueOf(filters.get()))
                    .intValue();
            List<String> possible = IntStream.rangeClosed(1, common)
                    .filter(divisor -> common % divisor == 0)
                    .mapToObj(String::valueOf)
                    .toList();
            layer.problem(
                    Message.GROUPS_DIVIDE,
                    layer.attribute("groups"),
                    parts,
                    layer.name(),
                    channels,
                    filters.get(),
                    Message.oneOf(possible));
            return Optional.empty();
        }
        return groups;
    }

    private static Optional<Shape> output(LayerContext layer, Window window, int filters) {
        Shape output = window.output(layer.input().orElseThrow(), filters);
        if (ArrayLimit.isExceededBy(output)) {
            layer.problem(
                    Message.OUTPUT_TOO_LARGE, layer.attribute("filters"), layer.name(), output, ArrayLimit.LENGTH);
            return Optional.empty();
        }
        return Optional.of(output);
    }

    private static Optional<Shape> weights(LayerContext layer, Window window, int channels, int filters) {
        Shape weights = ResolvedFilters.weights(window, channels, filters);
        if (ArrayLimit.isExceededBy(weights)) {
            layer.problem(
                    Message.FILTERS_TOO_LARGE, layer.attribute("filters"), layer.name(), weights, ArrayLimit.LENGTH);
            return Optional.empty();
        }
        return Optional.of(weights);
    }
}
