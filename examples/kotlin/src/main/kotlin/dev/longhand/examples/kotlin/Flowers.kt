package dev.longhand.examples.kotlin

import dev.longhand.Activation
import dev.longhand.Layer
import dev.longhand.Loss
import dev.longhand.Network
import dev.longhand.layer.Dense

/** Tells the species of an iris from a row of a table. */
@Network(input = [4], loss = Loss.CROSS_ENTROPY)
interface Flowers {
    @Dense(units = 16, activation = Activation.RELU)
    fun hidden(): Layer

    @Dense(units = 3, activation = Activation.SOFTMAX)
    fun output(): Layer
}
