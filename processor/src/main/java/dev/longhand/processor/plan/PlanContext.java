package dev.longhand.processor.plan;

import dev.longhand.Initializer;
import dev.longhand.Style;
import dev.longhand.processor.check.Names;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.derive.Derivative.Kept;
import dev.longhand.processor.derive.Derivative.OfOperation;
import dev.longhand.processor.lower.Operation;
import dev.longhand.processor.plan.ExecutionPlan.BufferPlan;
import dev.longhand.processor.plan.LayerPlan.Head;
import dev.longhand.processor.plan.LayerPlan.ParameterPlan;
import dev.longhand.processor.plan.LayerPlan.StatePlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the plan of one layer is made from: what the layer reads, and room for what it needs. */
public final class PlanContext {

    private final Planner planner;
    private final int index;
    private final ResolvedLayer layer;
    private final List<OfOperation> operations;
    private boolean isLeftOutOfPrediction;

    public PlanContext(Planner planner, int index) {
        this.planner = planner;
        this.index = index;
        layer = planner.network().layers().get(index);
        operations = planner.operations(index);
    }

    /** Its first operation. */
    public Operation operation() {
        return operations.get(0).operation();
    }

    /** The style that the network is declared with. */
    public Style askedStyle() {
        return planner.network().style();
    }

    /** What every layer has. */
    public Head head(String kind, String formula, Style style, List<ParameterPlan> parameters) {
        String name = layer.name();
        List<Integer> sources = planner.network().sources().get(index);
        boolean readsAnother = sources.size() == 1 && index > 0 && sources.get(0) != index - 1;
        boolean isInput = layer instanceof ResolvedLayer.Input;
        return new Head(
                index,
                name,
                Names.constant(name),
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                kind,
                readsAnother && !isInput ? formula + ", x = " + sourceNames().get(0) : formula,
                sources,
                layer.inputs(),
                layer.output(),
                style,
                parameters);
    }

    /** The names of the layers that it reads. */
    public List<String> sourceNames() {
        return planner.network().sources().get(index).stream()
                .map(planner::name)
                .toList();
    }

    /** Where its input comes from. */
    public InputArray x() {
        return x(0);
    }

    /** Where input {@code k} comes from. */
    public InputArray x(int k) {
        return planner.source(planner.network().sources().get(index).get(k));
    }

    /** Where its outputs go. */
    public WorkspaceArray a() {
        return new WorkspaceArray(WorkspaceArray.Kind.ACTIVATION, constant());
    }

    /** Where the outputs of another layer go. */
    public WorkspaceArray a(int other) {
        return new WorkspaceArray(WorkspaceArray.Kind.ACTIVATION, Names.constant(planner.name(other)));
    }

    /** Where the gradient in its outputs is. */
    public WorkspaceArray gradient() {
        return new WorkspaceArray(WorkspaceArray.Kind.GRADIENT, constant());
    }

    /** Where the gradient in the outputs of another layer is. */
    public WorkspaceArray gradient(int other) {
        return new WorkspaceArray(WorkspaceArray.Kind.GRADIENT, Names.constant(planner.name(other)));
    }

    /** Another layer. */
    public ResolvedLayer layer(int other) {
        return planner.network().layers().get(other);
    }

    /** The pooling that it's computed together with, if it's a convolution. */
    public Optional<PoolFusion> poolFusion() {
        return PoolFusion.of(planner.network(), index);
    }

    /** What this batch norm is folded into when predicting. */
    public Optional<NormFold> normFold() {
        return NormFold.of(planner.network(), index, planner::fusedWithLoss);
    }

    /** Says that this layer's predicting pass does that of another too. */
    public void takeOverPredictionOf(int other) {
        planner.markPredictedByAnother(other);
    }

    /** Where the input of layer {@code other}, planned before, comes from. */
    public InputArray xOf(int other) {
        return planner.source(planner.network().sources().get(other).get(0));
    }

    /** The name of the convolution that computes this layer along with itself. */
    public Optional<String> fusedConvolution() {
        int source = planner.network().sources().get(index).get(0);
        return source >= 0 && PoolFusion.of(planner.network(), source).isPresent()
                ? Optional.of(planner.name(source))
                : Optional.empty();
    }

    /** Where the gradient in its input goes, if anybody needs it. */
    public Optional<WorkspaceArray> dx() {
        return dx(0);
    }

    /** Where the gradient in input {@code k} goes, if anybody needs it. */
    public Optional<WorkspaceArray> dx(int k) {
        return operations.get(0).inputGradients().get(k)
                ? Optional.of(planner.gradientTarget(
                        index, planner.network().sources().get(index).get(k)))
                : Optional.empty();
    }

    /** Whether the loss is derived together with its activation. */
    public boolean fusedWithLoss() {
        return planner.fusedWithLoss(index);
    }

    /** A buffer for what its activation is applied to, if the loss or the derivative needs that. */
    public Optional<WorkspaceArray> keptZ(int size) {
        Optional<OfOperation> apply = operations.stream()
                .filter(derivative -> derivative.operation() instanceof Operation.Apply)
                .findFirst();
        if (apply.isEmpty()) {
            return Optional.empty();
        }
        boolean lossNeedsIt = fusedWithLoss() && planner.form() != LossPlan.Form.LOG_SOFTMAX;
        return lossNeedsIt || apply.get().kept() == Kept.Z
                ? Optional.of(buffer(
                        "Z",
                        size,
                        "z of " + layer.name() + (fusedWithLoss() ? " for the loss" : " for the backward pass")))
                : Optional.empty();
    }

    /** Whether the derivative of a recurrent layer's function is written in terms of z. */
    public boolean keepsSums() {
        return operations.get(0).kept() == Kept.Z;
    }

    /** Says that the predicting pass leaves the layer out. */
    public void leaveOutOfPrediction() {
        isLeftOutOfPrediction = true;
    }

    /** What its readers read, once it's planned. */
    public InputArray output(LayerPlan plan) {
        if (plan.isView()) {
            return x();
        }
        return isLeftOutOfPrediction ? new InputArray(a(), x().predicting()) : InputArray.of(a());
    }

    /** Room for parameters. */
    public ParameterPlan parameter(
            String name, String symbol, Shape shape, ResolvedLayer.Start start, int fanIn, int fanOut) {
        boolean isGreek = symbol.charAt(0) > 'z';
        ParameterPlan parameter = new ParameterPlan(
                name,
                symbol,
                Names.constant(constant(), (isGreek ? name : symbol).toUpperCase(Locale.ROOT)),
                planner.parameterCount(),
                shape,
                start,
                fanIn,
                fanOut);
        planner.addParameters(parameter);
        return parameter;
    }

    /** Room for a normalization's γ, all 1 at first. */
    public ParameterPlan gamma(int channels) {
        ResolvedLayer.Start ones = new ResolvedLayer.Start(Initializer.CONSTANT, 1, List.of());
        return parameter("gamma", "γ", Shape.of(channels), ones, channels, channels);
    }

    /** Room for a normalization's β, all 0 at first. */
    public ParameterPlan beta(int channels) {
        ResolvedLayer.Start zeros = new ResolvedLayer.Start(Initializer.ZEROS, 1, List.of());
        return parameter("beta", "β", Shape.of(channels), zeros, channels, channels);
    }

    /** Room for state. */
    public StatePlan state(String name, String symbol, String suffix, Shape shape, float start) {
        return new StatePlan(
                name, symbol, Names.constant(constant(), suffix), planner.takeState(shape.size()), shape, start);
    }

    /** A buffer of {@code size} numbers a sample. */
    public WorkspaceArray buffer(String symbol, int size, String meaning) {
        return planner.buffer(new BufferPlan(Names.constant(constant(), symbol), size, true, meaning));
    }

    /** A buffer of {@code size} numbers a batch. */
    public WorkspaceArray batchBuffer(String symbol, int size, String meaning) {
        return planner.buffer(new BufferPlan(Names.constant(constant(), symbol), size, false, meaning));
    }

    /** The parameters of the layers before. */
    public int parameterCount() {
        return planner.parameterCount();
    }

    /** The entries of the class's constant pool that are taken already. */
    public int constants() {
        return planner.constants();
    }

    /** Takes entries of the class's constant pool. */
    public void takeConstants(int count) {
        planner.takeConstants(count);
    }

    private String constant() {
        return Names.constant(layer.name());
    }
}
