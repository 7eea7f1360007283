package dev.longhand.examples.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class IrisTest {
    @Test
    fun pretrainedNetworkDeclaredInKotlinPredictsRows() {
        val flower = IrisModel.pretrained().predict(IrisModel.Row(5.1, 3.5, 1.4, 0.2))
        assertThat(flower.category()).isEqualTo(IrisModel.Category.SETOSA)
        assertThat(flower.probability()).isGreaterThan(0.9)
    }
}
