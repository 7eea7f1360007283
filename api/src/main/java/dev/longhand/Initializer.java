package dev.longhand;

/**
 * The distribution that a layer's parameters are drawn from. fanIn is the number of inputs of one unit, fanOut the
 * number of units that one input is connected to. c is the scale, an attribute of the layer's annotation; its default
 * is given in brackets.
 */
public enum Initializer {

    /** Uniform on ±c·√(6/(fanIn + fanOut)) [c = 1] (Glorot and Bengio, 2010). */
    GLOROT_UNIFORM,

    /** Normal, standard deviation c·√(2/(fanIn + fanOut)) [c = 1]. */
    GLOROT_NORMAL,

    /** Uniform on ±c·√(6/fanIn) [c = 1] (He et al., 2015). */
    HE_UNIFORM,

    /** Normal, standard deviation c·√(2/fanIn) [c = 1]. */
    HE_NORMAL,

    /** Normal, standard deviation c·√(1/fanIn) [c = 1] (LeCun et al., 1998). */
    LECUN_NORMAL,

    /**
     * c times a random matrix whose rows, or columns if there are fewer of them, are orthonormal [c = 1] (Saxe et al.,
     * 2014).
     */
    ORTHOGONAL,

    /** Uniform on ±c [c = 0.05]. */
    UNIFORM,

    /** Normal, standard deviation c [c = 0.05]. */
    NORMAL,

    /** All 0. */
    ZEROS,

    /** All c [c = 1]. */
    CONSTANT;

    /** The scale if none is given: 0.05 for {@link #UNIFORM} and {@link #NORMAL}, else 1. */
    public float defaultScale() {
        return this == UNIFORM || this == NORMAL ? 0.05f : 1;
    }
}
