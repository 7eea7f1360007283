package dev.longhand.processor.plan;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.processor.check.Names;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.derive.Derivative;
import dev.longhand.processor.derive.DerivedGraph;
import dev.longhand.processor.lower.Operation;
import dev.longhand.processor.plan.ExecutionPlan.BufferPlan;
import dev.longhand.processor.plan.LayerPlan.Head;
import dev.longhand.processor.plan.LayerPlan.ParameterPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the plan of one network, layer by layer. */
public final class Planner {

    private final DerivedGraph graph;
    private final ResolvedNetwork network;
    private final Map<Operation, Derivative> derivatives = new HashMap<>();
    private final List<BufferPlan> buffers = new ArrayList<>();
    private final int lossLayer;
    private final LossPlan.Form form;

    private int parameterCount;
    /** The entries of the class's constant pool that unrolled layers and values set by hand take. */
    private int constants;

    private Array value = Array.INPUT;
    private Array valueWhenPredicting = Array.INPUT;
    private Optional<Array> gradientBefore = Optional.empty();
    /** Where the loss puts its gradient, if not into that of the last layer. */
    private Optional<Array> lossGradient = Optional.empty();

    private Planner(DerivedGraph graph) {
        this.graph = graph;
        network = graph.forward().network();
        for (Derivative derivative : graph.backward()) {
            if (derivative instanceof Derivative.OfAffine affine) {
                derivatives.put(affine.operation(), affine);
            } else if (derivative instanceof Derivative.OfApply apply) {
                derivatives.put(apply.operation(), apply);
            } else if (derivative instanceof Derivative.OfDrop drop) {
                derivatives.put(drop.operation(), drop);
            }
        }
        List<Operation> operations = graph.forward().operations();
        int last = operations.size() - 1;
        while (last > 0 && operations.get(last) instanceof Operation.View) {
            last--;
        }
        lossLayer = operations.get(last).layer();
        form = form(operations.get(last));
    }

    /** The plan of a network. */
    public static ExecutionPlan plan(DerivedGraph graph) {
        return new Planner(graph).plan();
    }

    private ExecutionPlan plan() {
        List<LayerPlan> layers = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            layers.add(layer(i));
        }
        return new ExecutionPlan(network, layers, loss(layers.get(lossLayer)), buffers, parameterCount);
    }

    private LayerPlan layer(int index) {
        ResolvedLayer layer = network.layers().get(index);
        String constant = Names.constant(layer.name());
        List<Operation> operations = graph.forward().of(index);
        LayerPlan plan;
        if (layer instanceof ResolvedLayer.Dense dense) {
            plan = dense(index, constant, dense, operations);
        } else if (layer instanceof ResolvedLayer.Activate activate) {
            plan = activate(index, constant, activate, (Operation.Apply) operations.get(0));
        } else if (layer instanceof ResolvedLayer.Dropout dropout) {
            plan = dropout(index, constant, dropout, (Operation.Drop) operations.get(0));
        } else {
            Head head = head(index, layer, "Flatten", "a = x in one row", Style.LOOPS, List.of());
            return new LayerPlan.Flatten(head, value);
        }
        gradientBefore = Optional.of(gradient(constant));
        return plan;
    }

    private LayerPlan dense(int index, String constant, ResolvedLayer.Dense dense, List<Operation> operations) {
        int in = dense.input().size();
        int units = dense.units();
        ActivationRule function = ActivationRule.of(dense.activation());
        Derivative.OfAffine affine = (Derivative.OfAffine) derivative(operations.get(0));
        boolean fused = index == lossLayer && form != LossPlan.Form.PLAIN;
        boolean keepsZ = operations.size() == 2
                && (fused && form != LossPlan.Form.LOG_SOFTMAX
                        || ((Derivative.OfApply) derivative(operations.get(1))).kept() == Derivative.Kept.Z);
        Style style = StyleRule.dense(network.style(), in, units, constants, parameterCount);
        if (style == Style.UNROLLED) {
            constants += StyleRule.constants(in, units, parameterCount);
        }
        List<ParameterPlan> parameters = new ArrayList<>();
        parameters.add(parameter("weight", constant + "_W", Shape.of(in, units), dense.weights(), in, units));
        dense.bias()
                .ifPresent(
                        start -> parameters.add(parameter("bias", constant + "_B", Shape.of(units), start, in, units)));
        String formula = "a = " + function.formula("x·W" + (dense.bias().isPresent() ? " + b" : ""));
        Head head = head(index, dense, "Dense", formula, style, parameters);
        LayerPlan plan = new LayerPlan.Dense(
                head,
                in,
                units,
                function,
                value,
                valueWhenPredicting,
                activation(constant),
                keepsZ
                        ? Optional.of(buffer(constant + "_Z", units, "z of " + dense.name() + reader(fused)))
                        : Optional.empty(),
                gradient(constant),
                affine.inputGradient() ? gradientBefore : Optional.empty(),
                fused,
                StyleRule.namesWeights(in, units));
        moveTo(activation(constant));
        return plan;
    }

    private LayerPlan activate(int index, String constant, ResolvedLayer.Activate activate, Operation.Apply apply) {
        ActivationRule function = ActivationRule.of(activate.activation());
        Derivative.OfApply derivative = (Derivative.OfApply) derivative(apply);
        int size = activate.input().size();
        Head head = head(
                index,
                activate,
                "Activate",
                "a = " + function.formula("x"),
                StyleRule.elementwise(network.style(), size),
                List.of());
        boolean fused = index == lossLayer && form != LossPlan.Form.PLAIN;
        boolean keepsZ = fused && !value.equals(valueWhenPredicting);
        LayerPlan plan = new LayerPlan.Activate(
                head,
                size,
                function,
                value,
                valueWhenPredicting,
                activation(constant),
                keepsZ
                        ? Optional.of(buffer(constant + "_Z", size, "x of " + activate.name() + reader(fused)))
                        : Optional.empty(),
                gradient(constant),
                derivative.inputGradient() && !fused ? gradientBefore : Optional.empty());
        if (fused) {
            lossGradient = gradientBefore;
        }
        moveTo(activation(constant));
        return plan;
    }

    private LayerPlan dropout(int index, String constant, ResolvedLayer.Dropout dropout, Operation.Drop drop) {
        int size = dropout.input().size();
        String formula = "a = x·m, m = 0 or 1/(1 − " + Literals.plain(dropout.rate()) + ")";
        Head head = head(index, dropout, "Dropout", formula, StyleRule.elementwise(network.style(), size), List.of());
        LayerPlan plan = new LayerPlan.Dropout(
                head,
                size,
                dropout.rate(),
                value,
                activation(constant),
                buffer(constant + "_M", size, "m of " + dropout.name() + reader(false)),
                gradient(constant),
                ((Derivative.OfDrop) derivative(drop)).inputGradient() ? gradientBefore : Optional.empty());
        value = activation(constant);
        return plan;
    }

    private LossPlan loss(LayerPlan last) {
        Array a = activation(last.head().constant());
        Array z = a;
        float slope = 1;
        if (last instanceof LayerPlan.Dense dense) {
            z = dense.z().orElse(a);
            slope = dense.function().slope();
        } else if (last instanceof LayerPlan.Activate activate) {
            z = activate.z().orElse(activate.x());
            slope = activate.function().slope();
        }
        return new LossPlan(
                network.loss(),
                network.labelSmoothing(),
                network.delta(),
                last.head().output().size(),
                form,
                slope,
                form == LossPlan.Form.SIGMOID || form == LossPlan.Form.SOFTMAX ? z : a,
                a,
                lossGradient.orElse(gradient(last.head().constant())),
                last.head().style());
    }

    /** Which activation the loss is differentiated together with. */
    private LossPlan.Form form(Operation last) {
        if (!(last instanceof Operation.Apply apply)) {
            return LossPlan.Form.PLAIN;
        }
        Activation f = apply.function().activation();
        Loss loss = network.loss();
        if (loss == Loss.BINARY_CROSS_ENTROPY && f == Activation.SIGMOID) {
            return LossPlan.Form.SIGMOID;
        }
        if ((loss == Loss.CROSS_ENTROPY || loss == Loss.LOG_LIKELIHOOD) && f == Activation.SOFTMAX) {
            return LossPlan.Form.SOFTMAX;
        }
        if (loss == Loss.CROSS_ENTROPY && f == Activation.LOG_SOFTMAX) {
            return LossPlan.Form.LOG_SOFTMAX;
        }
        return LossPlan.Form.PLAIN;
    }

    private Head head(
            int index, ResolvedLayer layer, String kind, String formula, Style style, List<ParameterPlan> parameters) {
        String name = layer.name();
        return new Head(
                index,
                name,
                Names.constant(name),
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                kind,
                formula,
                layer.input(),
                layer.output(),
                style,
                parameters);
    }

    private ParameterPlan parameter(
            String name, String constant, Shape shape, ResolvedLayer.Start start, int fanIn, int fanOut) {
        ParameterPlan parameter = new ParameterPlan(name, constant, parameterCount, shape, start, fanIn, fanOut);
        parameterCount = Math.addExact(parameterCount, shape.size());
        constants += start.values().size();
        return parameter;
    }

    private static String reader(boolean fusedWithLoss) {
        return fusedWithLoss ? " for the loss" : " for the backward pass";
    }

    private Array buffer(String constant, int size, String meaning) {
        buffers.add(new BufferPlan(constant, size, meaning));
        return new Array(Array.Kind.BUFFER, constant);
    }

    private Derivative derivative(Operation operation) {
        Derivative derivative = derivatives.get(operation);
        if (derivative == null) {
            throw new AssertionError("no derivative of " + operation);
        }
        return derivative;
    }

    private void moveTo(Array activation) {
        value = activation;
        valueWhenPredicting = activation;
    }

    private static Array activation(String constant) {
        return new Array(Array.Kind.ACTIVATION, constant);
    }

    private static Array gradient(String constant) {
        return new Array(Array.Kind.GRADIENT, constant);
    }
}
