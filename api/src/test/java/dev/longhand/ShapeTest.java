package dev.longhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void itKnowsItsDimensions() {
        Shape image = Shape.of(28, 14, 3);
        assertThat(image.size()).isEqualTo(1176);
        assertThat(image.rank()).isEqualTo(3);
        assertThat(image.dimension(1)).isEqualTo(14);
        assertThat(image.last()).isEqualTo(3);
        assertThat(image.withLast(1)).isEqualTo(Shape.of(28, 14, 1));
        assertThat(image.isImage()).isTrue();
        assertThat(image.isFlat() || image.isSequence()).isFalse();
        assertThat(image).hasToString("28×14×3");
    }

    @Test
    void itIsImmutable() {
        List<Integer> dimensions = new ArrayList<>(List.of(2, 3));
        Shape shape = new Shape(dimensions);
        dimensions.set(0, 9);
        assertThat(shape).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
        assertThatThrownBy(() -> shape.dimensions().set(0, 9)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void dimensionsBelowOneAreRefused() {
        assertThatThrownBy(() -> Shape.of(2, 0)).hasMessage("a dimension must be at least 1, not 0 as in [2, 0]");
        assertThatThrownBy(Shape::of).hasMessage("a shape has at least 1 dimension");
    }

    @Test
    void aSizeBeyondAnIntIsRefusedWhenItIsAskedFor() {
        Shape large = Shape.of(65_536, 65_536);
        assertThat(large).hasToString("65536×65536");
        assertThatThrownBy(large::size)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("a shape of 65536×65536 has more than 2147483647 numbers, which no array can hold: use"
                        + " smaller dimensions");
        assertThat(Shape.of(2_147_483_647, 1).size()).isEqualTo(Integer.MAX_VALUE);
        Shape larger = Shape.of(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThatThrownBy(larger::size).isInstanceOf(ArithmeticException.class);
    }
}
