package dev.longhand.processor.plan;

import dev.longhand.From;
import dev.longhand.Style;
import dev.longhand.processor.check.ConstantNames;
import dev.longhand.processor.check.OutputLoss;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.flow.GradientFlow;
import dev.longhand.processor.flow.LayerFlow.InputGradient;
import dev.longhand.processor.flow.LossFlow;
import dev.longhand.processor.plan.ExecutionPlan.BufferPlan;
import dev.longhand.processor.plan.ExecutionPlan.GradientSum;
import dev.longhand.processor.plan.LossPlan.FusedActivation;
import dev.longhand.processor.plan.LossPlan.LossArrays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Makes the plan of one network, layer by layer. */
public final class Planner {

    private final GradientFlow flow;

    /** For each layer the indices of those that read it. */
    private final List<List<Integer>> readers;

    private final List<LayerPlan> layers = new ArrayList<>();
    private final List<InputArray> outputs = new ArrayList<>();
    private final List<BufferPlan> buffers = new ArrayList<>();
    private final Map<Integer, List<GradientSum>> sums = new HashMap<>();
    private final Map<Integer, WorkspaceArray> partsOfGradients = new HashMap<>();
    private final Set<Integer> predictedByAnother = new HashSet<>();
    private int parameterCount;
    private int stateCount;

    /** The entries of the class's constant pool that unrolled layers and values set by hand take. */
    private int constants;

    private Planner(GradientFlow flow) {
        this.flow = flow;
        readers = flow.network().readers();
    }

    /**
     * The plan of a network.
     *
     * @param plans makes the plan of a layer of any kind
     */
    public static ExecutionPlan plan(GradientFlow flow, BiFunction<ResolvedLayer, PlanContext, LayerPlan> plans) {
        return new Planner(flow).plan(plans);
    }

    private ExecutionPlan plan(BiFunction<ResolvedLayer, PlanContext, LayerPlan> plans) {
        for (int i = 0; i < network().layers().size(); i++) {
            PlanContext context = new PlanContext(this, i);
            LayerPlan layer = plans.apply(network().layers().get(i), context);
            layers.add(layer);
            outputs.add(context.output(layer));
        }
        List<LossPlan> losses = new ArrayList<>();
        for (int k = 0; k < flow.losses().size(); k++) {
            losses.add(loss(network().loss().outputs().get(k), flow.losses().get(k)));
        }
        return new ExecutionPlan(network(), layers, losses, buffers, sums, parameterCount, predictedByAnother);
    }

    GradientFlow flow() {
        return flow;
    }

    ResolvedNetwork network() {
        return flow.network();
    }

    /** The name of a layer, or of the data. */
    String name(int layer) {
        return layer < 0 ? From.INPUT : network().layers().get(layer).name();
    }

    /** The outputs of a layer, or the data. */
    InputArray source(int layer) {
        return layer < 0 ? InputArray.DATA : outputs.get(layer);
    }

    /** The indices of the layers that read a layer. */
    List<Integer> readers(int layer) {
        return readers.get(layer);
    }

    /** The plan of a layer, if it's planned already; there is none of the data. */
    Optional<LayerPlan> planned(int layer) {
        return layer < 0 ? Optional.empty() : Optional.of(layers.get(layer));
    }

    WorkspaceArray activation(int layer) {
        return new WorkspaceArray(WorkspaceArray.Kind.ACTIVATION, ConstantNames.layer(name(layer)));
    }

    WorkspaceArray gradient(int layer) {
        return new WorkspaceArray(WorkspaceArray.Kind.GRADIENT, ConstantNames.layer(name(layer)));
    }

    /** The array that a layer writes the gradient with respect to one of its inputs to. */
    WorkspaceArray inputGradient(int reader, InputGradient input) {
        if (!input.isAdded()) {
            return gradient(input.owner());
        }
        WorkspaceArray part = partsOfGradients.computeIfAbsent(
                input.owner(), owner -> partOfGradient(owner, name(owner), "which several layers read"));
        add(reader, part, input.owner());
        return part;
    }

    /** A buffer for a part of the gradient in a layer. */
    private WorkspaceArray partOfGradient(int owner, String nameOfBuffer, String why) {
        return buffer(new BufferPlan(
                ConstantNames.buffer(nameOfBuffer, "PART"),
                network().layers().get(owner).output().size(),
                true,
                "a part of the gradient in " + name(owner) + ", " + why));
    }

    /** Adds a part of the gradient in layer {@code owner} after the backward pass of another. */
    private void add(int after, WorkspaceArray part, int owner) {
        int size = network().layers().get(owner).output().size();
        sums.computeIfAbsent(after, reader -> new ArrayList<>())
                .add(new GradientSum(after, name(owner), part, gradient(owner), size));
    }

    private LossPlan loss(OutputLoss settings, LossFlow loss) {
        LayerPlan end = layers.get(loss.layer());
        int rows = loss.fusion().isRowwise() ? end.rows() : 1;
        LossPlan.Rows ofSample = new LossPlan.Rows(
                end.head().output().size() / rows,
                rows,
                network().masked().contains(loss.layer())
                        ? end.head().output().dimensions().get(0)
                        : rows);
        return new LossPlan(
                settings,
                layers.get(settings.layer()).head().names(),
                ofSample,
                new FusedActivation(loss.fusion(), end.slope()),
                new LossArrays(loss.fusion().readsZ() ? end.lossInput() : end.a(), end.a(), lossGradient(loss)),
                end.head().style());
    }

    /** Where a loss writes its gradient: of those that give gradients of one layer, all but the first write a part. */
    private WorkspaceArray lossGradient(LossFlow loss) {
        boolean isFirst = flow.losses().stream()
                .filter(other -> other.gradientOf() == loss.gradientOf())
                .findFirst()
                .filter(loss::equals)
                .isPresent();
        if (isFirst) {
            return gradient(loss.gradientOf());
        }
        WorkspaceArray part = partOfGradient(loss.gradientOf(), name(loss.layer()), "which several losses give");
        add(loss.layer(), part, loss.gradientOf());
        return part;
    }

    void addParameters(ParameterPlan parameter) {
        parameterCount = Math.addExact(parameterCount, parameter.size());
        constants += parameter.initialization().values().size();
    }

    WorkspaceArray buffer(BufferPlan buffer) {
        buffers.add(buffer);
        return new WorkspaceArray(WorkspaceArray.Kind.BUFFER, buffer.constant());
    }

    void markPredictedByAnother(int layer) {
        predictedByAnother.add(layer);
    }

    /** Room for numbers of state: the offset of the first. */
    int takeState(int count) {
        int offset = stateCount;
        stateCount = Math.addExact(stateCount, count);
        return offset;
    }

    int parameterCount() {
        return parameterCount;
    }

    Style denseStyle(int in, int units) {
        Style style = StyleRule.dense(network().style(), in, units, constants, parameterCount);
        if (style == Style.UNROLLED) {
            constants += StyleRule.constants(in, units, parameterCount);
        }
        return style;
    }
}
