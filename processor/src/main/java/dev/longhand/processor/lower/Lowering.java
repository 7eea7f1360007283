package dev.longhand.processor.lower;

import dev.longhand.Activation;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.lower.Operation.Value;
import java.util.ArrayList;
import java.util.List;

/** Turns each layer into operations. */
public final class Lowering {

    private final ResolvedNetwork network;
    private final List<Operation> operations = new ArrayList<>();

    /** The numbers of the data that earlier inputs have taken. */
    private int offset;

    private Lowering(ResolvedNetwork network) {
        this.network = network;
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
        List<Value> ins = network.sources().get(index).stream().map(this::value).toList();
        Value in = ins.get(0);
        Value out = new Value(index, layer.output());
        if (layer instanceof ResolvedLayer.Dense dense) {
            operations.add(new Operation.Affine(index, in, out, dense.weights(), dense.bias()));
            apply(index, out, dense.activation());
        } else if (layer instanceof ResolvedLayer.Conv2d conv) {
            operations.add(
                    new Operation.Convolve(index, in, out, conv.window(), conv.groups(), conv.weights(), conv.bias()));
            apply(index, out, conv.activation());
        } else if (layer instanceof ResolvedLayer.Pool2d pool) {
            operations.add(new Operation.Pool(index, in, out, pool.kind(), pool.window()));
        } else if (layer instanceof ResolvedLayer.Activate activate) {
            operations.add(new Operation.Apply(index, in, out, activate.activation()));
        } else if (layer instanceof ResolvedLayer.Dropout dropout) {
            operations.add(new Operation.Drop(index, in, out, dropout.rate()));
        } else if (layer instanceof ResolvedLayer.GaussianNoise noise) {
            operations.add(new Operation.Disturb(index, in, out, noise.stddev()));
        } else if (layer instanceof ResolvedLayer.BatchNorm norm) {
            operations.add(new Operation.BatchNormalize(index, in, out, norm.momentum(), norm.epsilon()));
        } else if (layer instanceof ResolvedLayer.LayerNorm norm) {
            operations.add(new Operation.LayerNormalize(index, in, out, norm.epsilon()));
        } else if (layer instanceof ResolvedLayer.Flatten || layer instanceof ResolvedLayer.Reshape) {
            operations.add(new Operation.View(index, in, out));
        } else if (layer instanceof ResolvedLayer.Input input) {
            slice(index, input, in, out);
        } else if (layer instanceof ResolvedLayer.Merge merge) {
            operations.add(new Operation.Join(index, merge.kind(), ins, out));
        } else if (layer instanceof ResolvedLayer.Recurrent recurrent) {
            operations.add(new Operation.Recur(index, in, out, recurrent));
        } else if (layer instanceof ResolvedLayer.Embedding embedding) {
            operations.add(new Operation.LookUp(index, in, out, embedding));
        } else {
            throw new AssertionError(layer);
        }
    }

    /** The activation that a layer brings along, in place. */
    private void apply(int index, Value value, ResolvedLayer.Function function) {
        if (function.activation() != Activation.IDENTITY) {
            operations.add(new Operation.Apply(index, value, value, function));
        }
    }

    private void slice(int index, ResolvedLayer.Input input, Value in, Value out) {
        if (input.output().size() == network.input().size()) {
            operations.add(new Operation.View(index, in, out));
        } else {
            operations.add(new Operation.Slice(index, in, out, offset));
            offset += input.output().size();
        }
    }

    private Value value(int layer) {
        Shape shape = layer < 0 ? network.input() : network.layers().get(layer).output();
        return new Value(layer, shape);
    }
}
