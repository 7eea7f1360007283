package dev.longhand.processor.check;

import java.util.Optional;

/** The rules of one kind of layer. */
public interface LayerCheck<L extends ResolvedLayer> {

    /** What its output is. */
    Role role();

    /** What it reads. */
    default Reads reads() {
        return Reads.ONE;
    }

    /** The attribute that names its activation, if it has one. */
    default Optional<String> activationAttribute() {
        return Optional.empty();
    }

    /** Whether its activation is applied at every step, so that no loss can be differentiated together with it. */
    default boolean isRecurrent() {
        return false;
    }

    /** Whether it has weights, which penalties apply to. */
    default boolean hasWeights() {
        return false;
    }

    /** Whether it has parameters, which can be frozen. */
    default boolean hasParameters() {
        return hasWeights();
    }

    /** Whether a step of its output depends on the same step of its input alone, if its input is a sequence. */
    default boolean keepsSteps() {
        return false;
    }

    /** Adds the layer's problems and returns what is known of it. */
    LayerResult<L> check(LayerContext layer);

    /** How many layers a layer reads. */
    enum Reads {
        /** None: it's an input. */
        NONE,
        /** One, the layer before it unless it names another. */
        ONE,
        /** Two or more, which it names. */
        SEVERAL
    }

    /** What the output of a layer is. */
    enum Role {
        /** New numbers, which may be the network's output. */
        COMPUTES,
        /** The numbers of its input in another shape. */
        RESHAPES,
        /** The numbers of its input, changed at random while training; it can't be the last layer. */
        DISTURBS
    }
}
