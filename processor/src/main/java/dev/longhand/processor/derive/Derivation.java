package dev.longhand.processor.derive;

import dev.longhand.Activation;
import dev.longhand.processor.derive.Derivative.Kept;
import dev.longhand.processor.lower.Graph;
import dev.longhand.processor.lower.Operation;
import dev.longhand.processor.lower.Operation.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Derives each operation by its rule, and finds out which gradients lead to parameters: nobody needs those
 * in the data, or in anything that only follows from the data.
 */
public final class Derivation {

    private Derivation() {}

    /** The graph with its backward pass. */
    public static DerivedGraph derive(Graph graph) {
        List<Derivative> backward = new ArrayList<>();
        Set<Value> learnt = new HashSet<>();
        for (Operation operation : graph.operations()) {
            List<Boolean> inputGradients =
                    operation.ins().stream().map(learnt::contains).toList();
            backward.add(new Derivative.OfOperation(operation, inputGradients, kept(operation)));
            if (operation.learns() || inputGradients.contains(true)) {
                learnt.add(operation.out());
            }
        }
        backward.add(new Derivative.OfLoss(graph.network().loss()));
        Collections.reverse(backward);
        return new DerivedGraph(graph, backward);
    }

    private static Kept kept(Operation operation) {
        if (operation instanceof Operation.Apply apply) {
            return kept(apply.function().activation());
        }
        return operation instanceof Operation.Recur recur
                ? kept(recur.what().activation().activation())
                : Kept.A;
    }

    /** Most derivatives can be written in terms of a, which is there anyway; three need z. */
    private static Kept kept(Activation activation) {
        return switch (activation) {
            case GELU, SILU, SOFTPLUS -> Kept.Z;
            default -> Kept.A;
        };
    }
}
