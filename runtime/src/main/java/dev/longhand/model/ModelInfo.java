package dev.longhand.model;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.initializer.Initialization;
import dev.longhand.model.LayerInfo.Outputs;
import dev.longhand.model.OutputInfo.LossTerm;
import dev.longhand.text.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The description of a network: the part of its declaration that programs need at run time.
 *
 * @param name the simple name of the declaration
 * @param input the shape of one sample
 * @param layers the layers in order, at least one
 * @param outputs the outputs with their losses, in the order of the layers, at least one
 * @param buffers the arrays needed beside the activations, in the order of {@link Workspace#buffer}
 * @param skipsZeros whether its first layer may skip zeros in the data
 * @param masking whether it skips steps that pad shorter sequences
 */
public record ModelInfo(
        String name,
        Shape input,
        List<LayerInfo> layers,
        List<OutputInfo> outputs,
        List<BufferInfo> buffers,
        boolean skipsZeros,
        Masking masking) {

    public ModelInfo {
        layers = List.copyOf(layers);
        outputs = List.copyOf(outputs);
        buffers = List.copyOf(buffers);
    }

    /** The shape of one sample of the output; of several outputs the number of all their numbers, which are side by side. */
    public Shape output() {
        return joinsOutputs() ? Shape.of(outputSize()) : outputs.get(0).shape();
    }

    /** The numbers of all outputs of a sample. */
    public int outputSize() {
        return outputs.get(0).rowSize();
    }

    /**
     * One output.
     *
     * @param output the name of its layer
     * @throws IllegalArgumentException if no output has this name
     */
    public OutputInfo output(String output) {
        return outputs.stream()
                .filter(info -> info.name().equals(output))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s has no output \"%s\", but %s"
                        .formatted(Printable.of(name), Printable.of(output), names(outputs))));
    }

    private static String names(List<OutputInfo> outputs) {
        return outputs.stream().map(info -> '"' + info.name() + '"').collect(Collectors.joining(", "));
    }

    /**
     * What training minimizes, in a network with one output.
     *
     * @throws IllegalStateException if it has several, each with a loss
     */
    public Loss loss() {
        if (outputs.size() > 1) {
            throw new IllegalStateException(Printable.of(name) + " has a loss for each of the outputs " + names(outputs)
                    + ": look at outputs()");
        }
        return outputs.get(0).loss();
    }

    /**
     * Whether the outputs of a sample are copied side by side, and the loss is the sum of theirs by their weights: if there
     * are several, or one whose loss has a weight.
     */
    public boolean joinsOutputs() {
        return outputs.size() > 1 || outputs.get(0).weight() != 1;
    }

    /** The number of parameters of all layers. */
    public int parameterCount() {
        return layers.stream().mapToInt(LayerInfo::parameterCount).sum();
    }

    /** The number of numbers that the layers keep and don't train. */
    public int stateCount() {
        return layers.stream().mapToInt(LayerInfo::stateCount).sum();
    }

    /** A table of the layers with their output shapes and numbers of parameters, as Keras prints it. */
    public String summary() {
        return Summary.of(this);
    }

    /** The first line of {@link #summary}: {@code Model: Xor}. */
    public String title() {
        return "Model: " + Printable.of(name);
    }

    /** Starts the description that a generated model gives of itself; its last layer is its output. */
    public static Builder builder(String name, Loss loss, int... input) {
        return new Builder(name, loss, Shape.of(input));
    }

    /** Starts the description of a model each of whose {@linkplain Builder#output outputs} has a loss. */
    public static Builder builder(String name, int... input) {
        return new Builder(name, null, Shape.of(input));
    }

    /** Collects layers, each followed by its parameters and state; offsets follow from the order. */
    public static final class Builder {

        private final String name;
        private @Nullable LossTerm loss;
        private final Shape input;
        private final List<LayerInfo> layers = new ArrayList<>();
        private final List<OutputInfo> outputs = new ArrayList<>();
        private final List<BufferInfo> buffers = new ArrayList<>();
        private int offset;
        private int stateOffset;
        private boolean skipsZeros;
        private Masking masking = Masking.NONE;

        private Builder(String name, @Nullable Loss loss, Shape input) {
            this.name = name;
            this.loss = loss == null ? null : LossTerm.of(loss, 1);
            this.input = input;
        }

        /** Adds a layer that turns the output of the one before it into {@code output}. */
        public Builder layer(String name, String kind, String formula, int... output) {
            return add(name, kind, formula, Shape.of(output), Outputs.KEPT);
        }

        /** Adds a layer that only gives its input another shape. */
        public Builder view(String name, String kind, String formula, int... output) {
            return add(name, kind, formula, Shape.of(output), Outputs.SHARED);
        }

        /** Adds a layer that is fused with the one that reads it, so that its outputs aren't kept. */
        public Builder fused(String name, String kind, String formula, int... output) {
            return add(name, kind, formula, Shape.of(output), Outputs.PASSED_ON);
        }

        private Builder add(String name, String kind, String formula, Shape output, Outputs outputs) {
            int before = layers.size() - 1;
            layers.add(new LayerInfo(
                    name,
                    new LayerInfo.Definition(kind, formula, Settings.NONE),
                    new LayerInfo.Input(List.of(before), output(before)),
                    new LayerInfo.Output(output, outputs),
                    List.of(),
                    List.of()));
            return this;
        }

        /**
         * Says which layers the one added last reads, by their indices, if not just the one before; −1 is the input.
         */
        public Builder from(int... sources) {
            return replaceLast(last().withInput(
                            new LayerInfo.Input(Arrays.stream(sources).boxed().toList(), output(sources[0]))));
        }

        /** Says the activation of the layer added last, with its default slope. */
        public Builder activation(Activation activation) {
            return activation(activation, activation.defaultSlope());
        }

        /** Says the activation of the layer added last. */
        public Builder activation(Activation activation, float slope) {
            return settings(settings -> settings.withActivation(activation, slope));
        }

        /** Adds a setting of whole numbers to the layer added last; {@link Settings} lists them. */
        public Builder integers(String name, int... numbers) {
            return settings(settings -> settings.withIntegers(name, numbers));
        }

        /** Adds a setting that is a number to the layer added last. */
        public Builder number(String name, float number) {
            return settings(settings -> settings.withNumber(name, number));
        }

        /** Adds a setting that is yes or no to the layer added last. */
        public Builder flag(String name, boolean flag) {
            return settings(settings -> settings.withFlag(name, flag));
        }

        /** Adds a setting that is a word to the layer added last. */
        public Builder text(String name, String word) {
            return settings(settings -> settings.withText(name, word));
        }

        private Builder settings(UnaryOperator<Settings> change) {
            return replaceLast(last().withSettings(change.apply(last().settings())));
        }

        /** Adds a parameter that penalties apply to, such as weights, to the layer added last. */
        public Builder parameter(String name, Initialization initialization, int... shape) {
            return parameter(name, Shape.of(shape), initialization, true);
        }

        /**
         * Adds a parameter that penalties don't apply to, such as biases or the γ and β of a normalization, to the layer
         * added last.
         */
        public Builder unpenalized(String name, Initialization initialization, int... shape) {
            return parameter(name, Shape.of(shape), initialization, false);
        }

        private Builder parameter(String name, Shape shape, Initialization initialization, boolean penalized) {
            ParameterInfo added =
                    new ParameterInfo(name, shape, offset, initialization, TrainingRule.trained(penalized));
            offset = end(offset, added.size(), "parameters");
            return replaceLast(last().withParameters(with(last().parameters(), added)));
        }

        /** Penalizes the absolute values of the weights of the layer added last by this factor. */
        public Builder l1(float l1) {
            return replaceRules(rule -> rule.withL1(l1));
        }

        /** Penalizes the squares of the weights of the layer added last by this factor. */
        public Builder l2(float l2) {
            return replaceRules(rule -> rule.withL2(l2));
        }

        /** Says that the parameters and the state of the layer added last keep their values, unless the trainer says otherwise. */
        public Builder frozen() {
            return replaceRules(TrainingRule::freeze);
        }

        private Builder replaceRules(UnaryOperator<TrainingRule> change) {
            return replaceLast(last().withParameters(last().parameters().stream()
                    .map(array -> array.with(change.apply(array.rule())))
                    .toList()));
        }

        /** Adds to the layer added last an array of state that isn't trained, each number {@code start} initially. */
        public Builder state(String name, float start, int... shape) {
            StateInfo added = new StateInfo(name, Shape.of(shape), stateOffset, start);
            stateOffset = end(stateOffset, added.size(), "numbers of state");
            return replaceLast(last().withState(with(last().state(), added)));
        }

        private int end(int offset, int size, String what) {
            long end = (long) offset + size;
            if (end > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(name + " has " + end + " " + what + " up to the layer \""
                        + last().name() + "\", more than an array can hold: use fewer units");
            }
            return (int) end;
        }

        private LayerInfo last() {
            return layers.get(layers.size() - 1);
        }

        private Builder replaceLast(LayerInfo changed) {
            layers.set(layers.size() - 1, changed);
            return this;
        }

        private static <T> List<T> with(List<T> list, T added) {
            List<T> longer = new ArrayList<>(list);
            longer.add(added);
            return longer;
        }

        /**
         * Says that a layer is an output; the numbers of several outputs are side by side in the order of these calls.
         *
         * @param layer the name of the layer, which was added before
         * @param weight what its loss is multiplied by
         */
        public Builder output(String layer, Loss loss, float weight) {
            return output(layer, LossTerm.of(loss, weight));
        }

        /** Sets the ε of cross-entropy, of the output added last or of the only one. */
        public Builder labelSmoothing(float share) {
            return loss(term -> new LossTerm(term.loss(), share, term.delta(), term.weight()));
        }

        /** Sets the δ of Huber's loss, of the output added last or of the only one. */
        public Builder delta(float delta) {
            return loss(term -> new LossTerm(term.loss(), term.labelSmoothing(), delta, term.weight()));
        }

        private Builder loss(UnaryOperator<LossTerm> change) {
            if (loss != null) {
                loss = change.apply(loss);
                return this;
            }
            requireOutput();
            int last = outputs.size() - 1;
            outputs.set(
                    last, outputs.get(last).with(change.apply(outputs.get(last).term())));
            return this;
        }

        private Builder output(String layer, LossTerm term) {
            int index = IntStream.range(0, layers.size())
                    .filter(i -> layers.get(i).name().equals(layer))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name + " has no layer \"" + layer + "\""));
            int offset = outputs.stream().mapToInt(OutputInfo::size).sum();
            outputs.add(new OutputInfo(layer, index, output(index), offset, 0, term));
            return this;
        }

        private void requireOutput() {
            if (outputs.isEmpty()) {
                throw new IllegalArgumentException(name + " has no output");
            }
        }

        /** The outputs, which know how long a row is once there are no more. */
        private List<OutputInfo> outputs() {
            if (loss != null) {
                output(last().name(), loss);
            }
            requireOutput();
            int rowSize = outputs.stream().mapToInt(OutputInfo::size).sum();
            return outputs.stream()
                    .map(output -> new OutputInfo(
                            output.name(), output.layer(), output.shape(), output.offset(), rowSize, output.term()))
                    .toList();
        }

        /** Adds a buffer of {@code size} numbers a sample; it's the next index of {@link Workspace#buffer}. */
        public Builder buffer(int size) {
            buffers.add(new BufferInfo(size, true));
            return this;
        }

        /** Adds a buffer of {@code size} numbers a batch; it's the next index of {@link Workspace#buffer}. */
        public Builder batchBuffer(int size) {
            buffers.add(new BufferInfo(size, false));
            return this;
        }

        /** Says that the first layer reads {@link Workspace#inputBatch}, so that zeros may be left out. */
        public Builder skipsZeros() {
            skipsZeros = true;
            return this;
        }

        /**
         * Says that masked steps are skipped, those that pad shorter sequences.
         *
         * @param time the steps of a sample
         * @param outputSteps the steps of an output, each of which may be masked; 1 if an output isn't a sequence
         */
        public Builder masked(int time, int outputSteps) {
            masking = new Masking(time, outputSteps);
            return this;
        }

        /** The finished description. */
        public ModelInfo build() {
            return new ModelInfo(name, input, layers, outputs(), buffers, skipsZeros, masking);
        }

        private Shape output(int layer) {
            return layer < 0 ? input : layers.get(layer).output();
        }
    }
}
