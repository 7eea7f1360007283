package dev.longhand.processor.derive;

import dev.longhand.Activation;
import dev.longhand.processor.derive.Derivative.Kept;
import dev.longhand.processor.lower.Graph;
import dev.longhand.processor.lower.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Derives each operation by its rule. */
public final class Derivation {

    private Derivation() {}

    /** The graph with its backward pass. */
    public static DerivedGraph derive(Graph graph) {
        List<Derivative> backward = new ArrayList<>();
        boolean learnsBefore = false;
        for (Operation operation : graph.operations()) {
            backward.add(derivative(operation, learnsBefore));
            learnsBefore |= operation instanceof Operation.Affine;
        }
        backward.add(new Derivative.OfLoss(graph.network().loss()));
        Collections.reverse(backward);
        return new DerivedGraph(graph, backward);
    }

    /**
     * The rule of one operation.
     *
     * @param learnsBefore whether a layer before it has parameters: otherwise nobody needs the gradient
     *     in its input
     */
    private static Derivative derivative(Operation operation, boolean learnsBefore) {
        if (operation instanceof Operation.Affine affine) {
            return new Derivative.OfAffine(affine, learnsBefore);
        } else if (operation instanceof Operation.Apply apply) {
            boolean ownLayerLearns = apply.in().layer() == apply.layer();
            return new Derivative.OfApply(apply, kept(apply.function().activation()), learnsBefore || ownLayerLearns);
        } else if (operation instanceof Operation.Drop drop) {
            return new Derivative.OfDrop(drop, learnsBefore);
        } else if (operation instanceof Operation.View view) {
            return new Derivative.OfView(view);
        }
        throw new AssertionError(operation);
    }

    /** Most derivatives can be written in terms of a, which is there anyway; three need z. */
    private static Kept kept(Activation activation) {
        return switch (activation) {
            case GELU, SILU, SOFTPLUS -> Kept.Z;
            default -> Kept.A;
        };
    }
}
