package dev.longhand.processor.check;

import java.util.Optional;

/** The rules of one kind of layer. */
public interface LayerCheck {

    /** The simple name of the annotation whose rules these are. */
    String annotation();

    /** What its numbers are to the network's output, should it be the last layer. */
    Role role();

    /** What it reads. */
    default Reads reads() {
        return Reads.ONE;
    }

    /** The attribute that names its activation, if it has one. */
    default Optional<String> activationAttribute() {
        return Optional.empty();
    }

    /** Adds the layer's problems and returns what holds of it nevertheless. */
    LayerResult check(LayerContext layer);

    /** How many layers a layer reads. */
    enum Reads {
        /** None: it's an input. */
        NONE,
        /** One, the layer before it unless it names another. */
        ONE,
        /** Two or more, which it names. */
        SEVERAL
    }

    /** What a layer's output is made of. */
    enum Role {
        /** New numbers, which may be the network's output. */
        COMPUTES,
        /** The numbers of its input in another shape. */
        RESHAPES,
        /** The numbers of its input, except while training: not to end with. */
        DISTURBS
    }
}
