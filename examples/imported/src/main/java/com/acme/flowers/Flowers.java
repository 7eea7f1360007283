package com.acme.flowers;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Pretrained;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Dense;

/**
 * Imported from flowers.onnx.
 *
 * <p>The file was written by pytorch 1.13.0. A sample of the input measurements is 4, in the order of the file.
 *
 * <p>The file has no loss: {@code CROSS_ENTROPY} is the one that goes with {@code SOFTMAX}; training it further may
 * need another.
 */
@Pretrained("flowers.safetensors")
@Network(input = 4, loss = Loss.CROSS_ENTROPY)
public interface Flowers {

    // BatchNormalization "/scale/BatchNormalization"
    @BatchNorm
    Layer scale();

    // Gemm "/hidden/Gemm", Relu "/relu/Relu"
    @Dense(units = 16, activation = Activation.RELU)
    Layer hidden();

    // Gemm "/species/Gemm", Softmax "/probabilities/Softmax"
    @Dense(units = 3, activation = Activation.SOFTMAX)
    Layer species();
}
