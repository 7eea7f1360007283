package dev.longhand.examples.kotlin

import dev.longhand.Activation
import dev.longhand.Layer
import dev.longhand.Loss
import dev.longhand.Network
import dev.longhand.data.Dataset
import dev.longhand.layer.Dense
import dev.longhand.model.Model
import dev.longhand.optimizer.Sgd
import dev.longhand.training.Trainer

/** Exclusive or, which no single layer can learn. */
@Network(input = [2], loss = Loss.BINARY_CROSS_ENTROPY)
interface Xor {
    @Dense(units = 8, activation = Activation.TANH)
    fun hidden(): Layer

    @Dense(units = 1, activation = Activation.SIGMOID)
    fun output(): Layer
}

/** The four inputs. */
val questions = arrayOf(floatArrayOf(0f, 0f), floatArrayOf(0f, 1f), floatArrayOf(1f, 0f), floatArrayOf(1f, 1f))

/** 1 where exactly one of the two is 1. */
val answers = arrayOf(floatArrayOf(0f), floatArrayOf(1f), floatArrayOf(1f), floatArrayOf(0f))

/** A network that has learnt exclusive or. */
fun learn(seed: Long): Model =
    XorModel.create(seed).also {
        Trainer.of(it).optimizer(Sgd.learningRate(0.5)).batchSize(4).epochs(2_000).fit(Dataset.of(questions, answers))
    }

/** Learns exclusive or and prints the network's outputs. */
fun main() {
    val model = learn(seed = 42)
    for (question in questions) {
        println("${question.toList()} → ${model.predict(question)[0]}")
    }
}
