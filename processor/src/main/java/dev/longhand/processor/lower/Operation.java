package dev.longhand.processor.lower;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.check.Window;
import java.util.List;
import java.util.Optional;

/** One step of the forward pass, from one value, or several, to the next. */
public sealed interface Operation {

    /** The index of the layer it belongs to, counted from 0. */
    int layer();

    /** What goes in; the first of several. */
    Value in();

    /** All that goes in. */
    default List<Value> ins() {
        return List.of(in());
    }

    /** What comes out. */
    Value out();

    /** Whether it has parameters to learn. */
    default boolean learns() {
        return false;
    }

    /** z = x·W + b; without {@code bias} z = x·W. */
    record Affine(int layer, Value in, Value out, ResolvedLayer.Start weights, Optional<ResolvedLayer.Start> bias)
            implements Operation {
        @Override
        public boolean learns() {
            return true;
        }
    }

    /** z = x ∗ W + b; without {@code bias} z = x ∗ W. */
    record Convolve(
            int layer,
            Value in,
            Value out,
            Window window,
            int groups,
            ResolvedLayer.Start weights,
            Optional<ResolvedLayer.Start> bias)
            implements Operation {
        @Override
        public boolean learns() {
            return true;
        }
    }

    /** The pixels of each window of an image made into one, channel by channel. */
    record Pool(int layer, Value in, Value out, ResolvedLayer.Pool2d.Kind kind, Window window) implements Operation {}

    /** a = f(z), element by element or, for softmax and its logarithm, over the whole row. */
    record Apply(int layer, Value in, Value out, ResolvedLayer.Function function) implements Operation {}

    /** a = x·m with a random mask m while training; nothing when predicting. */
    record Drop(int layer, Value in, Value out, float rate) implements Operation {}

    /** a = x + r with random numbers r while training; nothing when predicting. */
    record Disturb(int layer, Value in, Value out, float stddev) implements Operation {}

    /** a = γ·x̂ + β, x̂ = (x − μ)/√(σ² + ε), over the batch for each channel while training. */
    record BatchNormalize(int layer, Value in, Value out, float momentum, float epsilon) implements Operation {
        @Override
        public boolean learns() {
            return true;
        }
    }

    /** a = γ·x̂ + β, x̂ = (x − μ)/√(σ² + ε), over the last dimension. */
    record LayerNormalize(int layer, Value in, Value out, float epsilon) implements Operation {
        @Override
        public boolean learns() {
            return true;
        }
    }

    /** The same numbers, seen in another shape. */
    record View(int layer, Value in, Value out) implements Operation {}

    /** The states of a recurrent layer, step after step. */
    record Recur(int layer, Value in, Value out, ResolvedLayer.Recurrent what) implements Operation {
        @Override
        public boolean learns() {
            return true;
        }
    }

    /** a = the rows of a table that the data names. */
    record LookUp(int layer, Value in, Value out, ResolvedLayer.Embedding table) implements Operation {
        @Override
        public boolean learns() {
            return true;
        }
    }

    /** The numbers of each sample from {@code offset} on, as many as {@code out} has. */
    record Slice(int layer, Value in, Value out, int offset) implements Operation {}

    /** a = x₁ + x₂ + …, a = x₁·x₂·…, or side by side along the last dimension. */
    record Join(int layer, ResolvedLayer.Merge.Kind kind, List<Value> ins, Value out) implements Operation {
        /** Keeps a copy of the list. */
        public Join {
            ins = List.copyOf(ins);
        }

        @Override
        public Value in() {
            return ins.get(0);
        }
    }

    /**
     * Numbers that flow between operations.
     *
     * @param layer the layer that makes it, −1 for the data
     * @param shape the shape of one sample
     */
    record Value(int layer, Shape shape) {

        /** Whether it's the network's input. */
        public boolean isData() {
            return layer < 0;
        }

        /** The numbers of one sample. */
        public int size() {
            return shape.size();
        }
    }
}
