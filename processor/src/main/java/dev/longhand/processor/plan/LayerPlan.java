package dev.longhand.processor.plan;

import dev.longhand.Style;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.Shape;
import java.util.List;
import java.util.Optional;

/** One layer, ready to be printed. */
public sealed interface LayerPlan {

    /** What every layer has. */
    Head head();

    /**
     * What every layer has.
     *
     * @param index counted from 0
     * @param name as declared
     * @param constant the name of its index: {@code HIDDEN_1}
     * @param suffix what its methods' names end in: {@code Hidden1}
     * @param kind the simple name of its annotation
     * @param formula what it computes: {@code a = relu(x·W + b)}
     * @param input the shape of one sample as it comes in
     * @param output the shape of one sample as it goes out
     * @param style how its methods are written; never AUTO
     * @param parameters its parameters in storage order
     */
    record Head(
            int index,
            String name,
            String constant,
            String suffix,
            String kind,
            String formula,
            Shape input,
            Shape output,
            Style style,
            List<ParameterPlan> parameters) {

        /** Keeps a copy of the list. */
        public Head {
            parameters = List.copyOf(parameters);
        }

        /** The number of parameters in all. */
        public int parameterCount() {
            return parameters.stream().mapToInt(ParameterPlan::size).sum();
        }
    }

    /**
     * One array of parameters.
     *
     * @param name as in files: {@code weight}
     * @param constant the name of its offset: {@code HIDDEN_W}
     * @param offset where it starts in the flat array
     * @param shape its dimensions
     * @param start what it starts from
     * @param fanIn the inputs of one unit
     * @param fanOut the units that one input goes to
     */
    record ParameterPlan(
            String name, String constant, int offset, Shape shape, ResolvedLayer.Start start, int fanIn, int fanOut) {

        /** The number of parameters. */
        public int size() {
            return shape.size();
        }
    }

    /**
     * a = f(x·W + b).
     *
     * @param x what training reads
     * @param xWhenPredicting what predicting reads: not the output of a dropout layer but its input
     * @param a where a goes
     * @param z where z goes, if anybody needs it after
     * @param gradient holds da, or dz where the loss has already differentiated f; dz takes its place
     * @param dx where the gradient in x goes, if anybody needs it
     * @param fusedWithLoss whether the loss has already differentiated f
     * @param namesWeights whether each weight has a local of its own when it's unrolled
     */
    record Dense(
            Head head,
            int in,
            int units,
            ActivationRule function,
            Array x,
            Array xWhenPredicting,
            Array a,
            Optional<Array> z,
            Array gradient,
            Optional<Array> dx,
            boolean fusedWithLoss,
            boolean namesWeights)
            implements LayerPlan {

        /** Whether there is a bias b. */
        public boolean hasBias() {
            return head.parameters().size() == 2;
        }

        /** Whether it reads the data by kernels, which may skip zeros. */
        public boolean skipsZeros() {
            return head.style() == Style.KERNELS && x.kind() == Array.Kind.INPUT;
        }
    }

    /**
     * a = f(x); the fields are as in {@link Dense}. Where the loss has already differentiated f, its gradient goes
     * straight to the layer before, and this one has no backward pass.
     *
     * @param z where a copy of x goes, if the loss needs it and x isn't the same array when predicting
     */
    record Activate(
            Head head,
            int size,
            ActivationRule function,
            Array x,
            Array xWhenPredicting,
            Array a,
            Optional<Array> z,
            Array gradient,
            Optional<Array> dx)
            implements LayerPlan {}

    /**
     * a = x·m.
     *
     * @param mask where m is kept for the backward pass
     */
    record Dropout(Head head, int size, float rate, Array x, Array a, Array mask, Array gradient, Optional<Array> dx)
            implements LayerPlan {}

    /** The same array in another shape: nothing to print. */
    record Flatten(Head head, Array x) implements LayerPlan {}
}
