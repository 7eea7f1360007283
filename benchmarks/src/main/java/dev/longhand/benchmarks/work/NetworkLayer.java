package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import org.jspecify.annotations.Nullable;

/** A layer of a task's network, as engines read it. Arrays are in Longhand's layout, which {@code Layer} documents. */
public sealed interface NetworkLayer {

    /** The multiply-adds of a forward pass of one sample; a backward pass has twice as many. */
    default long multiplyAdds() {
        return 0;
    }

    /** The multiply-adds that a backward pass saves if the layer reads the data, whose gradient nobody needs. */
    default long dataGradientMultiplyAdds() {
        return multiplyAdds();
    }

    /**
     * x·W + b, at each position of a sequence.
     *
     * @param positions the steps of a sequence, 1 without
     * @param in the inputs of a position
     * @param units its outputs
     * @param activation what is applied to the outputs
     * @param weight [in][units]
     * @param bias [units]
     */
    record Dense(int positions, int in, int units, Activation activation, ArraySlice weight, ArraySlice bias)
            implements NetworkLayer {

        @Override
        public long multiplyAdds() {
            return (long) positions * in * units;
        }
    }

    /**
     * A convolution of stride 1 with square kernels of odd size, padded to keep height and width.
     *
     * @param input the images
     * @param filters the output channels
     * @param kernel the rows and columns of a kernel
     * @param activation what is applied to the outputs
     * @param weight [kernel][kernel][channels][filters]
     * @param bias [filters], if it has one
     */
    record Convolution(
            Images input,
            int filters,
            int kernel,
            Activation activation,
            ArraySlice weight,
            @Nullable ArraySlice bias) implements NetworkLayer {

        @Override
        public long multiplyAdds() {
            return (long) input.height * input.width * kernel * kernel * input.channels * filters;
        }
    }

    /**
     * The images that a layer reads.
     *
     * @param height their rows
     * @param width their columns
     * @param channels the numbers of a pixel, innermost in arrays
     */
    record Images(int height, int width, int channels) {}

    /**
     * Batch norm.
     *
     * @param channels the numbers that have a mean each
     * @param momentum the share of the running statistics that a step keeps
     * @param epsilon added to variances
     * @param arrays each [channels]
     */
    record BatchNorm(int channels, double momentum, double epsilon, BatchNormArrays arrays) implements NetworkLayer {}

    /** The arrays of a batch norm. */
    record BatchNormArrays(ArraySlice gamma, ArraySlice beta, ArraySlice runningMean, ArraySlice runningVariance) {}

    /**
     * The maximum of each square of {@code size} × {@code size} pixels; squares don't overlap.
     *
     * @param size the rows and columns of a square
     */
    record MaxPool(int size) implements NetworkLayer {}

    /** An elementwise activation. */
    record Activate(Activation activation) implements NetworkLayer {}

    /**
     * Images as rows, channels innermost.
     *
     * @param input the images
     */
    record Flatten(Images input) implements NetworkLayer {}

    /**
     * A recurrent layer with gates, whose formulas the annotations {@code Lstm} and {@code Gru} document.
     *
     * @param cell which one
     * @param time the steps
     * @param in the features of a step
     * @param units the states
     * @param returnsSequence whether its output is the states after every step, or after the last
     * @param arrays its parameters
     */
    record Recurrent(Cell cell, int time, int in, int units, boolean returnsSequence, RecurrentArrays arrays)
            implements NetworkLayer {

        @Override
        public long multiplyAdds() {
            return (long) time * (in + units) * cell.gates * units;
        }

        @Override
        public long dataGradientMultiplyAdds() {
            return (long) time * in * cell.gates * units;
        }
    }

    /** A kind of recurrent layer. */
    enum Cell {
        /** Its gates are in the order i f g o. */
        LSTM(4),
        /** Its gates are in the order u r m. */
        GRU(3);

        private final int gates;

        Cell(int gates) {
            this.gates = gates;
        }

        /** The gates of a unit, its candidate among them. */
        public int gates() {
            return gates;
        }
    }

    /**
     * The parameters of a recurrent layer.
     *
     * @param weight W, [in][gates·units]
     * @param recurrentWeight U, [units][gates·units]
     * @param bias b, [gates·units]
     * @param recurrentBias c, [gates·units], of a GRU
     */
    record RecurrentArrays(
            ArraySlice weight,
            ArraySlice recurrentWeight,
            ArraySlice bias,
            @Nullable ArraySlice recurrentBias) {}

    /**
     * A row of a table for each number.
     *
     * @param vocabulary the rows
     * @param dimensions the length of a row
     * @param weight [vocabulary][dimensions]
     */
    record Embedding(int vocabulary, int dimensions, ArraySlice weight) implements NetworkLayer {}
}
