package dev.longhand.processor.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.processor.Resolved;
import dev.longhand.processor.lower.Operation.Affine;
import dev.longhand.processor.lower.Operation.Apply;
import dev.longhand.processor.lower.Operation.Drop;
import dev.longhand.processor.lower.Operation.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoweringTest {

    private final Graph graph = Lowering.lower(Resolved.input(2, 3)
            .flatten("flat")
            .dense("linear", 4, Activation.IDENTITY)
            .dropout("dropout")
            .dense("hidden", 5, Activation.TANH)
            .activate("output", Activation.SOFTMAX)
            .loss(Loss.CROSS_ENTROPY));

    @Test
    void eachLayerBecomesItsOperations() {
        assertThat(kinds(0)).containsExactly(View.class);
        assertThat(kinds(1)).containsExactly(Affine.class);
        assertThat(kinds(2)).containsExactly(Drop.class);
        assertThat(kinds(3)).containsExactly(Affine.class, Apply.class);
        assertThat(kinds(4)).containsExactly(Apply.class);
    }

    private List<Class<?>> kinds(int layer) {
        return graph.of(layer).stream().<Class<?>>map(Object::getClass).toList();
    }

    @Test
    void eachOperationTakesWhatTheOneBeforeMakes() {
        List<Operation> operations = graph.operations();
        assertThat(operations.get(0).in().isData()).isTrue();
        for (int i = 1; i < operations.size(); i++) {
            assertThat(operations.get(i).in()).isEqualTo(operations.get(i - 1).out());
            assertThat(operations.get(i).in().isData()).isFalse();
        }
    }

    @Test
    void shapesAreStatic() {
        assertThat(graph.operations().stream().map(operation -> operation.in().size()))
                .containsExactly(6, 6, 4, 4, 5, 5);
        assertThat(graph.operations().stream().map(operation -> operation.out().size()))
                .containsExactly(6, 4, 4, 5, 5, 5);
    }
}
