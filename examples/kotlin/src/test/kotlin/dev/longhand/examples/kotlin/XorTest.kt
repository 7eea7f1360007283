package dev.longhand.examples.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class XorTest {
    @Test
    fun networkDeclaredInKotlinLearnsExclusiveOr() {
        val model = learn(seed = 1)
        assertThat(questions.map { Math.round(model.predict(it)[0]) }).containsExactly(0, 1, 1, 0)
    }

    @Test
    fun layersComeInSourceOrder() {
        assertThat(XorModel.create(1).info().layers().map { it.name() }).containsExactly("hidden", "output")
    }
}
