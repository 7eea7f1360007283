package dev.longhand.processor.plan;

import dev.longhand.Style;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.Shape;
import java.util.List;
import java.util.Optional;

/** One layer, ready to be printed; {@link LayerPlans} makes it. */
public interface LayerPlan {

    /** What every layer has. */
    Head head();

    /** Where its outputs are. */
    WorkspaceArray a();

    /** What a loss that is derived together with its activation reads: what that is applied to, if it's kept. */
    default WorkspaceArray lossInput() {
        return a();
    }

    /** The slope of its activation, 1 if it has none. */
    default float slope() {
        return 1;
    }

    /** Whether its output is the same array as its input, so that there is nothing to do. */
    default boolean isView() {
        return false;
    }

    /** The name of the layer that computes this one along with itself. */
    default Optional<String> doneBy() {
        return Optional.empty();
    }

    /** What it keeps beside its parameters without training it, in storage order. */
    default List<StatePlan> state() {
        return List.of();
    }

    /** What it does otherwise while training than when predicting, if anything. */
    default Optional<Difference> difference() {
        return Optional.empty();
    }

    /**
     * What a layer does otherwise while training than when predicting.
     *
     * @param training what the training pass is with: {@code dropout}
     * @param predicting a sentence on the predicting pass
     */
    record Difference(String training, String predicting) {}

    /** Whether it's fused with the layer that reads it, so that its outputs aren't kept. */
    default boolean isFusedWithReader() {
        return false;
    }

    /**
     * What every layer has.
     *
     * @param index counted from 0
     * @param name as declared
     * @param constant the name of its index: {@code HIDDEN_1}
     * @param suffix what its methods' names end in: {@code Hidden1}
     * @param kind the simple name of its annotation
     * @param formula what it computes: {@code a = relu(x·W + b)}
     * @param sources the indices of the layers that it reads; −1 is the data
     * @param inputs the shapes of one sample as they come in
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
            List<Integer> sources,
            List<Shape> inputs,
            Shape output,
            Style style,
            List<ParameterPlan> parameters) {

        /** Keeps copies of the lists. */
        public Head {
            sources = List.copyOf(sources);
            inputs = List.copyOf(inputs);
            parameters = List.copyOf(parameters);
        }

        /** The number of parameters in all. */
        public int parameterCount() {
            return parameters.stream().mapToInt(ParameterPlan::size).sum();
        }

        /** Whether it reads the layer before it and no other. */
        public boolean readsTheOneBefore() {
            return sources.equals(List.of(index - 1));
        }
    }

    /**
     * One array of state.
     *
     * @param name as in files: {@code runningMean}
     * @param symbol as in formulas: {@code running μ}
     * @param constant the name of its offset: {@code NORM_MEAN}
     * @param offset where it starts in the flat array of state
     * @param shape its dimensions
     * @param start what each of its numbers is at first
     */
    record StatePlan(String name, String symbol, String constant, int offset, Shape shape, float start) {}

    /**
     * One array of parameters.
     *
     * @param name as in files: {@code weight}
     * @param symbol as in formulas: {@code W}
     * @param constant the name of its offset: {@code HIDDEN_W}
     * @param offset where it starts in the flat array
     * @param shape its dimensions
     * @param start what it starts from
     * @param fanIn the inputs of one unit
     * @param fanOut the units that one input goes to
     */
    record ParameterPlan(
            String name,
            String symbol,
            String constant,
            int offset,
            Shape shape,
            ResolvedLayer.Start start,
            int fanIn,
            int fanOut) {

        /** The number of parameters. */
        public int size() {
            return shape.size();
        }
    }
}
