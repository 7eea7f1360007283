package dev.longhand.examples.xor;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/**
 * The network that note 002 writes in numpy, 2-5-1, with the initial weights of its {@code
 * np.random.seed(5)}. There it's 3-6-1: a third input and a sixth hidden unit are held at 1, and their
 * outgoing weights are the biases.
 */
@Network(input = 2, loss = Loss.HALF_SQUARED_ERROR)
public interface NumpyXor {

    /** The five hidden units that aren't held at 1. */
    @Dense(
            units = 5,
            activation = Activation.SIGMOID,
            weights = {
                -0.55601364f,
                0.7414646f,
                -0.5865617f,
                0.8372218f,
                -0.023177622f,
                0.5318157f,
                0.036835976f,
                -0.406399f,
                -0.62455755f,
                -0.8385175f
            },
            bias = {-0.11738156f, -0.68338025f, 0.75987405f, -0.45182708f, -0.17152996f})
    Layer hidden();

    /** The output. */
    @Dense(
            units = 1,
            activation = Activation.SIGMOID,
            weights = {0.2575758f, 0.15967561f, 0.1998584f, -0.46836177f, -0.43062824f},
            bias = -0.4928236f)
    Layer output();
}
