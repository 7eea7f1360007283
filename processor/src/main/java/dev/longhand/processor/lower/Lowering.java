package dev.longhand.processor.lower;

import dev.longhand.Activation;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.lower.Operation.Value;
import java.util.ArrayList;
import java.util.List;

/** Turns each layer into operations. */
public final class Lowering {

    private final List<Operation> operations = new ArrayList<>();
    private Value last;

    private Lowering(ResolvedNetwork network) {
        last = new Value(-1, network.input());
    }

    /** The operations of a network. */
    public static Graph lower(ResolvedNetwork network) {
        Lowering lowering = new Lowering(network);
        for (int i = 0; i < network.layers().size(); i++) {
            lowering.add(i, network.layers().get(i));
        }
        return new Graph(network, lowering.operations);
    }

    private void add(int index, ResolvedLayer layer) {
        Value out = new Value(index, layer.output());
        if (layer instanceof ResolvedLayer.Dense dense) {
            step(new Operation.Affine(index, last, out, dense.weights(), dense.bias()));
            if (dense.activation().activation() != Activation.IDENTITY) {
                step(new Operation.Apply(index, last, out, dense.activation()));
            }
        } else if (layer instanceof ResolvedLayer.Activate activate) {
            step(new Operation.Apply(index, last, out, activate.activation()));
        } else if (layer instanceof ResolvedLayer.Dropout dropout) {
            step(new Operation.Drop(index, last, out, dropout.rate()));
        } else if (layer instanceof ResolvedLayer.Flatten) {
            step(new Operation.View(index, last, out));
        }
    }

    private void step(Operation operation) {
        operations.add(operation);
        last = operation.out();
    }
}
