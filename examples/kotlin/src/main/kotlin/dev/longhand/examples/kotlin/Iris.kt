package dev.longhand.examples.kotlin

import dev.longhand.Activation
import dev.longhand.Layer
import dev.longhand.Loss
import dev.longhand.Network
import dev.longhand.Pretrained
import dev.longhand.layer.Dense

/** Tells the species of an iris; its weights are those of the example of a service. */
@Pretrained("iris.safetensors")
@Network(input = [4], loss = Loss.CROSS_ENTROPY)
interface Iris {
    @Dense(units = 16, activation = Activation.RELU)
    fun hidden1(): Layer

    @Dense(units = 16, activation = Activation.RELU)
    fun hidden2(): Layer

    @Dense(units = 3, activation = Activation.SOFTMAX)
    fun output(): Layer
}
