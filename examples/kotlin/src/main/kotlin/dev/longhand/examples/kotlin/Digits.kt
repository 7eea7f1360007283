package dev.longhand.examples.kotlin

import dev.longhand.Activation
import dev.longhand.Layer
import dev.longhand.Loss
import dev.longhand.Network
import dev.longhand.layer.Dense

@Network(input = [784], loss = Loss.CROSS_ENTROPY)
interface Digits {
    @Dense(units = 100, activation = Activation.RELU)
    fun hidden1(): Layer

    @Dense(units = 100, activation = Activation.RELU)
    fun hidden2(): Layer

    @Dense(units = 10, activation = Activation.SOFTMAX)
    fun output(): Layer
}
