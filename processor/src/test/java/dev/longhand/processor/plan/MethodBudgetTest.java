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
    void callsAreSplitWhereOneMethodWouldHoldMoreThanAHundred() {
        assertThat(MethodBudget.calls(Collections.nCopies(100, "f()"))).hasSize(1);
        assertThat(MethodBudget.calls(Collections.nCopies(201, "f()")))
                .extracting(MethodBudget.Part::range)
                .containsExactly("1To100", "101To200", "201To201");
        assertThat(MethodBudget.calls(List.of())).isEmpty();
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
        Resolved network = Resolved.input(2);
        for (int i = 0; i < 60; i++) {
            network.dense("layer" + i, 2, Activation.TANH);
        }
        List<LayerPlan> layers = Planner.plan(
                        GradientFlow.of(network.loss(Loss.MEAN_SQUARED_ERROR), StagesOfLayers::derivative),
                        StagesOfLayers::plan)
                .layers();
        assertThat(MethodBudget.descriptions(layers))
                .extracting(MethodBudget.Part::range)
                .containsExactly("1To50", "51To60");
        assertThat(MethodBudget.descriptions(layers.subList(0, 50))).hasSize(1);
    }
}
