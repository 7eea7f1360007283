package dev.longhand.processor.plan;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Loss;
import dev.longhand.processor.check.Names;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.derive.Derivative.OfOperation;
import dev.longhand.processor.derive.DerivedGraph;
import dev.longhand.processor.layer.dense.DensePlan;
import dev.longhand.processor.layer.pointwise.ActivatePlan;
import dev.longhand.processor.lower.Operation;
import dev.longhand.processor.plan.ExecutionPlan.BufferPlan;
import dev.longhand.processor.plan.ExecutionPlan.GradientSum;
import dev.longhand.processor.plan.LayerPlan.ParameterPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the plan of one network, layer by layer.
 *
 * <p>The gradient in a layer's outputs is the sum of those from all layers that read it. The backward pass
 * comes to the last of these first, which writes its part; each other writes to a buffer, which is added.
 */
public final class Planner {

    private final ResolvedNetwork network;
    private final List<OfOperation> derivatives;
    private final int lossLayer;
    private final LossPlan.Form form;

    private final List<InputArray> outputs = new ArrayList<>();
    private final List<BufferPlan> buffers = new ArrayList<>();
    private final List<GradientSum> sums = new ArrayList<>();
    private final Set<Integer> predictedByAnother = new HashSet<>();
    private int parameterCount;
    private int stateCount;
    private int constants;

    private Planner(DerivedGraph graph) {
        network = graph.forward().network();
        derivatives = graph.backward().stream()
                .filter(OfOperation.class::isInstance)
                .map(OfOperation.class::cast)
                .toList();
        int last = network.layers().size() - 1;
        int output = owner(last);
        lossLayer = output < 0 ? last : output;
        List<Operation> operations = graph.forward().of(lossLayer);
        form = form(operations.get(operations.size() - 1));
    }

    /** The plan of a network. */
    public static ExecutionPlan plan(DerivedGraph graph) {
        return new Planner(graph).plan();
    }

    private ExecutionPlan plan() {
        List<LayerPlan> layers = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            PlanContext context = new PlanContext(this, i);
            LayerPlan layer = LayerPlans.of(network.layers().get(i), context);
            layers.add(layer);
            outputs.add(context.output(layer));
        }
        return new ExecutionPlan(
                network, layers, loss(layers.get(lossLayer)), buffers, sums, parameterCount, predictedByAnother);
    }

    ResolvedNetwork network() {
        return network;
    }

    /** The operations of a layer, in the order of the forward pass, with their derivatives. */
    List<OfOperation> operations(int layer) {
        List<OfOperation> found = new ArrayList<>();
        for (OfOperation derivative : derivatives) {
            if (derivative.operation().layer() == layer) {
                found.add(0, derivative);
            }
        }
        return found;
    }

    /** The name of a layer, or of the data. */
    String name(int layer) {
        return layer < 0 ? From.INPUT : network.layers().get(layer).name();
    }

    /** Where the outputs of a layer that is planned are read. */
    InputArray source(int layer) {
        return layer < 0 ? InputArray.DATA : outputs.get(layer);
    }

    /** Where a layer's reader writes the gradient in its outputs. */
    WorkspaceArray gradientTarget(int reader, int layer) {
        int owner = owner(layer);
        WorkspaceArray gradient = gradient(owner);
        if (reader == lastReader(owner)) {
            return gradient;
        }
        String name = name(owner);
        String constant = Names.constant(Names.constant(name), "D");
        int size = network.layers().get(owner).output().size();
        WorkspaceArray part = buffers.stream()
                        .anyMatch(buffer -> buffer.constant().equals(constant))
                ? new WorkspaceArray(WorkspaceArray.Kind.BUFFER, constant)
                : buffer(new BufferPlan(
                        constant, size, true, "a part of the gradient in " + name + ", which several layers read"));
        sums.add(new GradientSum(reader, name, part, gradient, size));
        return part;
    }

    /** The last layer that reads what {@code owner} made. */
    private int lastReader(int owner) {
        int last = -1;
        for (OfOperation derivative : derivatives) {
            Operation operation = derivative.operation();
            boolean reads = !(operation instanceof Operation.View)
                    && operation.ins().stream()
                            .anyMatch(in -> in.layer() != operation.layer() && owner(in.layer()) == owner);
            last = reads ? Math.max(last, operation.layer()) : last;
        }
        return last;
    }

    /** The layer whose array another one shares, that is what it is a view of, and otherwise itself. */
    private int owner(int layer) {
        int owner = layer;
        while (owner >= 0 && isView(owner)) {
            owner = network.sources().get(owner).get(0);
        }
        return owner;
    }

    private boolean isView(int layer) {
        return derivatives.stream()
                .anyMatch(derivative ->
                        derivative.operation().layer() == layer && derivative.operation() instanceof Operation.View);
    }

    boolean fusedWithLoss(int layer) {
        return layer == lossLayer && form != LossPlan.Form.PLAIN;
    }

    LossPlan.Form form() {
        return form;
    }

    private LossPlan loss(LayerPlan last) {
        boolean ofRows = form == LossPlan.Form.SOFTMAX || form == LossPlan.Form.LOG_SOFTMAX;
        int rows = ofRows && last instanceof DensePlan dense ? dense.rows() : 1;
        boolean readsZ = form == LossPlan.Form.SIGMOID || form == LossPlan.Form.SOFTMAX;
        return new LossPlan(
                network.loss(),
                network.labelSmoothing(),
                network.delta(),
                last.head().output().size() / rows,
                rows,
                form,
                last.slope(),
                readsZ ? last.lossInput() : last.a(),
                last.a(),
                lossGradient(last),
                last.head().style());
    }

    /** Where the loss has derived an activation that is a layer of its own, the layer before gets its gradient. */
    private WorkspaceArray lossGradient(LayerPlan last) {
        int before = owner(network.sources().get(lossLayer).get(0));
        return last instanceof ActivatePlan && form != LossPlan.Form.PLAIN && before >= 0
                ? gradient(before)
                : gradient(lossLayer);
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

    private WorkspaceArray gradient(int layer) {
        return new WorkspaceArray(WorkspaceArray.Kind.GRADIENT, Names.constant(name(layer)));
    }

    void addParameters(ParameterPlan parameter) {
        parameterCount = Math.addExact(parameterCount, parameter.size());
        constants += parameter.start().values().size();
    }

    WorkspaceArray buffer(BufferPlan buffer) {
        buffers.add(buffer);
        return new WorkspaceArray(WorkspaceArray.Kind.BUFFER, buffer.constant());
    }

    /** Says that another layer's predicting pass does this one's. */
    void markPredictedByAnother(int layer) {
        predictedByAnother.add(layer);
    }

    /** Room for numbers of state: where it begins. */
    int takeState(int count) {
        int offset = stateCount;
        stateCount = Math.addExact(stateCount, count);
        return offset;
    }

    int parameterCount() {
        return parameterCount;
    }

    /** The entries of the class's constant pool that unrolled layers and values set by hand take. */
    int constants() {
        return constants;
    }

    void takeConstants(int count) {
        constants += count;
    }
}
