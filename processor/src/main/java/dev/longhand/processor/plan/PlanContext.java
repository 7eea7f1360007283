package dev.longhand.processor.plan;

import dev.longhand.Initializer;
import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.processor.check.AffineStart;
import dev.longhand.processor.check.ConstantNames;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.Start;
import dev.longhand.processor.flow.LayerFlow;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.plan.ExecutionPlan.BufferPlan;
import dev.longhand.processor.plan.ParameterPlan.InitialValues;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the plan of one layer is made with: what the layer reads, and room for its parameters and buffers. */
public final class PlanContext {

    private final Planner planner;
    private final int index;
    private final ResolvedLayer layer;
    private final LayerFlow flow;
    private boolean isLeftOutOfPrediction;

    PlanContext(Planner planner, int index) {
        this.planner = planner;
        this.index = index;
        layer = planner.network().layers().get(index);
        flow = planner.flow().layer(index);
    }

    /** The style that the network is declared with. */
    public Style askedStyle() {
        return planner.network().style();
    }

    /** What the plan of every layer has; the formula says which layer x is, unless it's the one before. */
    public LayerHead head(String formula, Style style, List<ParameterPlan> parameters) {
        boolean readsAnother = sources().size() == 1 && index > 0 && sources().get(0) != index - 1;
        return plainHead(readsAnother ? formula + ", x = " + sourceNames().get(0) : formula, style, parameters);
    }

    /** The same with the formula as it is. */
    public LayerHead plainHead(String formula, Style style, List<ParameterPlan> parameters) {
        return new LayerHead(
                index,
                new LayerNames(layer.annotation(), layer.name()),
                formula,
                new LayerReads(sources(), layer.inputs()),
                layer.output(),
                style,
                parameters);
    }

    /** The names of the layers that it reads. */
    public List<String> sourceNames() {
        return sources().stream().map(planner::name).toList();
    }

    private List<Integer> sources() {
        return planner.network().sources().get(index);
    }

    /** Whether steps of what it reads may be masked. */
    public boolean isMasked() {
        return planner.network().masked().contains(sources().get(0));
    }

    /** The layers declared before it. */
    public List<ResolvedLayer> layersBefore() {
        return planner.network().layers().subList(0, index);
    }

    /** The arrays of a layer that reads one other. */
    public LayerArrays arrays() {
        return new LayerArrays(x(0), a(), gradient(), dx(0));
    }

    /** The same for a layer whose backward pass another does. */
    public LayerArrays arraysWithoutDx() {
        return new LayerArrays(x(0), a(), gradient(), Optional.empty());
    }

    /** The arrays where the outputs are those of layer {@code last}, which is computed together with this one. */
    public LayerArrays arraysUpTo(int last) {
        return new LayerArrays(x(0), planner.activation(last), planner.gradient(last), dx(0));
    }

    /** Input {@code k}. */
    public InputArray x(int k) {
        return planner.source(sources().get(k));
    }

    /** Its outputs. */
    public WorkspaceArray a() {
        return planner.activation(index);
    }

    /** The outputs of another layer. */
    public WorkspaceArray a(int other) {
        return planner.activation(other);
    }

    /** The gradient with respect to its outputs. */
    public WorkspaceArray gradient() {
        return planner.gradient(index);
    }

    /** The gradient with respect to input {@code k}, if any parameter depends on that. */
    public Optional<WorkspaceArray> dx(int k) {
        return flow.inputGradients().get(k).map(gradient -> planner.inputGradient(index, gradient));
    }

    /** The input of layer {@code other}, which is planned already. */
    public InputArray xOf(int other) {
        return planner.source(planner.network().sources().get(other).get(0));
    }

    /** The parameters of layer {@code other}, which is planned already. */
    public List<ParameterPlan> parametersOf(int other) {
        return planner.parameters(other);
    }

    /** The pooling that it's computed together with, if it's a convolution. */
    public Optional<PoolFusion> poolFusion() {
        return PoolFusion.of(planner.network(), index);
    }

    /** The name of the convolution that computes this pooling layer as well. */
    public Optional<String> fusedConvolution() {
        int source = sources().get(0);
        return source >= 0 && PoolFusion.of(planner.network(), source).isPresent()
                ? Optional.of(planner.name(source))
                : Optional.empty();
    }

    /** What this batch norm is folded into when predicting. */
    public Optional<NormFold> normFold() {
        return NormFold.of(planner.flow(), index);
    }

    /** Makes this layer's predicting pass compute another layer too. */
    public void takeOverPredictionOf(int other) {
        planner.markPredictedByAnother(other);
    }

    /** Whether the loss is differentiated together with its activation. */
    public boolean isFusedWithLoss() {
        return planner.flow().isFusedWithLoss(index);
    }

    /** Whether the backward pass, or the loss, reads a value of its forward pass. */
    public boolean keeps(Value value) {
        return flow.kept().contains(value);
    }

    /** A buffer for z, if the backward pass or the loss reads it. */
    public Optional<WorkspaceArray> keptZ(int size) {
        String reader = isFusedWithLoss() ? "loss" : "backward pass";
        return keeps(Value.Z)
                ? Optional.of(buffer("Z", size, "z of " + layer.name() + " for the " + reader))
                : Optional.empty();
    }

    /** Makes the predicting pass leave the layer out. */
    public void leaveOutOfPrediction() {
        isLeftOutOfPrediction = true;
    }

    /** What its readers read, once it's planned. */
    InputArray output(LayerPlan plan) {
        if (plan.isView()) {
            return x(0);
        }
        return isLeftOutOfPrediction ? new InputArray(a(), x(0).predicting()) : InputArray.of(a());
    }

    /** Room for weights, which penalties apply to. */
    public ParameterPlan weights(String name, String symbol, Shape shape, InitialValues initial) {
        return parameter(name, symbol, shape, initial, true);
    }

    /** Room for biases, or for the γ or β of a normalization, which penalties don't apply to. */
    public ParameterPlan unpenalized(String name, String symbol, Shape shape, InitialValues initial) {
        return parameter(name, symbol, shape, initial, false);
    }

    private ParameterPlan parameter(
            String name, String symbol, Shape shape, InitialValues initial, boolean isPenalized) {
        return parameter(new ParameterPlan(
                name, symbol, constant(symbol), planner.parameterCount(), shape, initial, isPenalized));
    }

    private ParameterPlan parameter(ParameterPlan parameter) {
        planner.addParameters(parameter);
        return parameter;
    }

    /** The constant of a parameter's offset: {@code P_HIDDEN_W}. */
    private String constant(String ending) {
        return ConstantNames.parameter(layer.name(), ending.toUpperCase(Locale.ROOT));
    }

    /** Room for W, of this shape, and b, a number for each unit. */
    public AffineParameters affineParameters(Shape weights, AffineStart start, int fanIn, int fanOut) {
        return new AffineParameters(
                weights("weight", "W", weights, new InitialValues(start.weights(), fanIn, fanOut)),
                start.bias()
                        .map(bias -> unpenalized(
                                "bias", "b", Shape.of(weights.last()), new InitialValues(bias, fanIn, fanOut))));
    }

    /** Room for a normalization's γ, all 1 at first. */
    public ParameterPlan gamma(int channels) {
        return ofChannels("gamma", "γ", channels, Initializer.CONSTANT);
    }

    /** Room for a normalization's β, all 0 at first. */
    public ParameterPlan beta(int channels) {
        return ofChannels("beta", "β", channels, Initializer.ZEROS);
    }

    private ParameterPlan ofChannels(String name, String symbol, int channels, Initializer initializer) {
        Start start = new Start(initializer, 1, List.of());
        InitialValues initial = new InitialValues(start, channels, channels);
        return parameter(new ParameterPlan(
                name, symbol, constant(name), planner.parameterCount(), Shape.of(channels), initial, false));
    }

    /** Room for state. */
    public StatePlan state(String name, String symbol, String ending, Shape shape, float start) {
        return new StatePlan(
                name,
                symbol,
                ConstantNames.state(layer.name(), ending),
                planner.takeState(shape.size()),
                shape,
                start,
                true);
    }

    /** A buffer of {@code size} numbers for each sample. */
    public WorkspaceArray buffer(String ending, int size, String meaning) {
        return planner.buffer(new BufferPlan(ConstantNames.buffer(layer.name(), ending), size, true, meaning));
    }

    /** A buffer of {@code size} numbers for the batch. */
    public WorkspaceArray batchBuffer(String ending, int size, String meaning) {
        return planner.buffer(new BufferPlan(ConstantNames.buffer(layer.name(), ending), size, false, meaning));
    }

    /** The style of a dense layer; an unrolled one takes entries of the class's constant pool. */
    public Style denseStyle(int in, int units) {
        return planner.denseStyle(in, units);
    }
}
