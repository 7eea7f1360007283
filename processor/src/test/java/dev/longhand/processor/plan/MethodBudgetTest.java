package dev.longhand.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.processor.Resolved;
import dev.longhand.processor.StagesOfLayers;
import dev.longhand.processor.flow.GradientFlow;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodBudgetTest {

    @Test
    void passesAreSplitWhereOneMethodWouldHoldMoreThanAHundredCalls() {
        List<LayerPlan> layers = layers(201);
        assertThat(MethodBudget.passes(layers.subList(0, 100), layer -> 1)).hasSize(1);
        assertThat(MethodBudget.passes(layers, layer -> 1))
                .extracting(MethodPart::range)
                .containsExactly("1To100", "101To200", "201To201");
        assertThat(MethodBudget.passes(layers.subList(0, 3), layer -> 150))
                .as("a layer with more calls has a method to itself")
                .extracting(MethodPart::range)
                .containsExactly("1To1", "2To2", "3To3");
    }

    @Test
    void manyValuesHaveMethodsAndFewHaveNone() {
        assertThat(MethodBudget.needMethods(Collections.nCopies(50, 1f))).isFalse();
        assertThat(MethodBudget.needMethods(Collections.nCopies(51, 1f))).isTrue();
        assertThat(MethodBudget.values(Collections.nCopies(1001, 1f)))
                .extracting(part -> part.items().size())
                .containsExactly(500, 500, 1);
    }

    @Test
    void descriptionsOfManyLayersAreSplit() {
        List<LayerPlan> layers = layers(60);
        assertThat(MethodBudget.descriptions(layers, layer -> 0))
                .extracting(MethodPart::range)
                .containsExactly("1To50", "51To60");
        assertThat(MethodBudget.descriptions(layers.subList(0, 50), layer -> 0)).hasSize(1);
        assertThat(MethodBudget.descriptions(layers.subList(0, 50), layer -> 3))
                .as("each setting takes a part of the method")
                .extracting(MethodPart::range)
                .containsExactly("1To25", "26To50");
    }

    private static List<LayerPlan> layers(int count) {
        Resolved network = Resolved.input(2);
        for (int i = 0; i < count; i++) {
            network.dense("layer" + i, 2, Activation.TANH);
        }
        return Planner.plan(
                        GradientFlow.of(network.loss(Loss.MEAN_SQUARED_ERROR), StagesOfLayers::derivative),
                        StagesOfLayers::plan)
                .layers();
    }
}
