package dev.longhand.processor.layer.recurrent;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Shape;
import dev.longhand.processor.check.ActivationFunction;
import dev.longhand.processor.check.ArrayLimit;
import dev.longhand.processor.check.BiasRule;
import dev.longhand.processor.check.CountRule;
import dev.longhand.processor.check.FunctionRule;
import dev.longhand.processor.check.Initialization;
import dev.longhand.processor.check.InitializationRule;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.layer.recurrent.ResolvedRecurrent.Cell;
import dev.longhand.processor.layer.recurrent.ResolvedRecurrent.RecurrentInitialization;
import dev.longhand.processor.read.Attribute;
import java.util.List;
import java.util.Optional;

/** The rules of {@code @Rnn}, {@code @Gru} and {@code @Lstm}. */
record RecurrentCheck(Cell cell) implements LayerCheck<ResolvedRecurrent> {

    private static final InitializationRule WEIGHTS = InitializationRule.drawn("initializer", "initializerScale");
    private static final InitializationRule RECURRENT =
            InitializationRule.drawn("recurrentInitializer", "recurrentInitializerScale");
    private static final InitializationRule BIAS = InitializationRule.drawn("biasInitializer", "biasInitializerScale");

    @Override
    public boolean hasWeights() {
        return true;
    }

    @Override
    public Role role() {
        return Role.COMPUTES;
    }

    @Override
    public boolean isRecurrent() {
        return true;
    }

    @Override
    public LayerResult<ResolvedRecurrent> check(LayerContext layer) {
        Optional<Integer> units = CountRule.check(layer, "units");
        Optional<Shape> input = checkInput(layer);
        Optional<Boolean> returnSequences = layer.attribute("returnSequences").flag();
        Optional<Long> size = units.flatMap(count -> input.flatMap(shape -> checkSize(layer, shape, count)));
        Optional<Shape> output = returnSequences.flatMap(
                all -> all ? units.flatMap(count -> input.map(shape -> shape.withLast(count))) : units.map(Shape::of));

        Optional<ActivationFunction> function = checkFunction(layer);
        Optional<Initialization> weights = WEIGHTS.checkDistribution(layer);
        Optional<Initialization> recurrent = RECURRENT.checkDistribution(layer);
        Optional<Boolean> useBias = layer.attribute("useBias").flag();
        Optional<Initialization> bias = useBias.flatMap(used -> checkBias(layer, used));
        boolean biasIsRight = useBias.orElse(true) ? bias.isPresent() : hasNoBias(layer);
        boolean isRight = size.isPresent()
                && output.isPresent()
                && function.isPresent()
                && weights.isPresent()
                && recurrent.isPresent()
                && useBias.isPresent()
                && biasIsRight;
        Optional<ResolvedRecurrent> resolved = isRight
                ? Optional.of(new ResolvedRecurrent(
                        layer.name(),
                        cell,
                        input.orElseThrow(),
                        units.orElseThrow(),
                        returnSequences.orElseThrow(),
                        function.orElseThrow(),
                        new RecurrentInitialization(weights.orElseThrow(), recurrent.orElseThrow(), bias)))
                : Optional.empty();
        return new LayerResult<>(resolved, output, size.orElse(0L));
    }

    private Optional<Shape> checkInput(LayerContext layer) {
        Optional<Shape> input = layer.input();
        if (input.isPresent() && !input.get().isSequence()) {
            layer.problem(
                    Message.SEQUENCE_NEEDED, layer.name(), layer.annotation().name(), input.get());
            return Optional.empty();
        }
        return input;
    }

    /** All parameters of the layer, if they and the gates of a sample fit an array each. */
    private Optional<Long> checkSize(LayerContext layer, Shape input, int units) {
        long width = (long) cell.gates() * units;
        long biases = cell == Cell.GRU ? 2 : 1;
        double size = (input.last() + (double) units) * width;
        if (size > ArrayLimit.LENGTH) {
            double in = input.last();
            long most = (long) ((Math.sqrt(in * in + 4.0 * ArrayLimit.LENGTH / cell.gates()) - in) / 2);
            layer.problem(
                    Message.LAYER_TOO_LARGE,
                    layer.attribute("units"),
                    layer.name(),
                    (input.last() + (long) units) + "×" + width,
                    (input.last() + (long) units) * width,
                    most);
            return Optional.empty();
        }
        int time = input.dimensions().get(0);
        if (time * width > ArrayLimit.LENGTH) {
            layer.problem(
                    Message.SEQUENCE_TOO_LONG,
                    layer.attribute("units"),
                    layer.name(),
                    time + "×" + width,
                    time * width,
                    ArrayLimit.LENGTH / cell.gates() / time);
            return Optional.empty();
        }
        boolean hasBias = layer.attribute("useBias").flag().orElse(true);
        return Optional.of((input.last() + (long) units) * width + (hasBias ? biases * width : 0));
    }

    private Optional<ActivationFunction> checkFunction(LayerContext layer) {
        if (cell != Cell.RNN) {
            return Optional.of(ActivationFunction.IDENTITY);
        }
        Attribute activation = layer.attribute("activation");
        Optional<Activation> softmax = activation.constant(Activation.class).filter(FunctionRule::isSoftmax);
        if (softmax.isPresent()) {
            layer.problem(Message.SOFTMAX_RECURRENT, activation, softmax.get(), layer.name());
            return Optional.empty();
        }
        return FunctionRule.check(layer, "activation", Optional.empty(), Message.SOFTMAX_RECURRENT);
    }

    private Optional<Initialization> checkBias(LayerContext layer, boolean used) {
        if (!used) {
            return Optional.empty();
        }
        return switch (cell) {
            case RNN -> BIAS.checkDistribution(layer);
            case GRU -> Optional.of(new Initialization(Initializer.ZEROS, 1, List.of()));
            case LSTM -> checkForgetBias(layer).map(forget -> Initialization.parts(0, forget, 0, 0));
        };
    }

    private static Optional<Float> checkForgetBias(LayerContext layer) {
        Attribute forgetBias = layer.attribute("forgetBias");
        Optional<Float> number = forgetBias.number();
        if (number.isPresent() && !Float.isFinite(number.get())) {
            layer.problem(Message.FORGET_BIAS_NOT_FINITE, forgetBias, layer.name(), number.get());
            return Optional.empty();
        }
        return number;
    }

    private boolean hasNoBias(LayerContext layer) {
        return switch (cell) {
            case RNN -> BiasRule.checkUnused(layer, "biasInitializer", "biasInitializerScale");
            case GRU -> true;
            case LSTM -> BiasRule.checkUnused(layer, "forgetBias");
        };
    }
}
