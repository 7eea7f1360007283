package dev.longhand.processor.plan;

import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.processor.check.AffineInitialization;
import dev.longhand.processor.check.ConstantNames;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.flow.LayerFlow;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.plan.ExecutionPlan.BufferPlan;
import dev.longhand.processor.plan.ParameterPlan.ScaledInitialization;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
    public Style declaredStyle() {
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
        return new LayerArrays(x(0), a(), gradient(), dx(0), flow.backwardReads());
    }

    /** The same for a layer whose backward pass another does. */
    public LayerArrays arraysWithoutDx() {
        return new LayerArrays(x(0), a(), gradient(), Optional.empty(), Set.of());
    }

    /** The arrays where the outputs are those of layer {@code last}, which is computed together with this one. */
    public LayerArrays arraysUpTo(int last) {
        return new LayerArrays(x(0), planner.activation(last), planner.gradient(last), dx(0), flow.backwardReads());
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

    /** The plan of the layer that it reads; there is none of the data. */
    public Optional<LayerPlan> source() {
        return planner.planned(sources().get(0));
    }

    /** The only layer that reads it, if there is just one, and it's no output, which must be kept. */
    public Optional<LayerReader> onlyReader() {
        List<Integer> readers = planner.readers(index);
        return readers.size() == 1 && !planner.network().loss().isOutput(index)
                ? Optional.of(new LayerReader(
                        readers.get(0),
                        planner.network().layers().get(readers.get(0)),
                        planner.flow().layer(readers.get(0)).derivative(),
                        planner.flow().isFusedWithLoss(readers.get(0))))
                : Optional.empty();
    }

    /** Whether no other layer reads the layer that it reads, and that's no output. */
    public boolean isOnlyReader() {
        int source = sources().get(0);
        return source >= 0
                && planner.readers(source).size() == 1
                && !planner.network().loss().isOutput(source);
    }

    /** Makes this layer's predicting pass compute another layer too. */
    public void takeOverPredictionOf(int other) {
        planner.markPredictedByAnother(other);
    }

    /** Whether the loss is differentiated together with its activation. */
    public boolean isFusedWithLoss() {
        return planner.flow().isFusedWithLoss(index);
    }

    /** The values of its forward pass that its backward pass reads. */
    public Set<Value> backwardReads() {
        return flow.backwardReads();
    }

    /** Whether the loss reads a value of its forward pass. */
    public boolean lossReads(Value value) {
        return flow.lossReads().contains(value);
    }

    /** A buffer for z, if the backward pass or the loss reads it. */
    public Optional<WorkspaceArray> keptZ(int size) {
        String reader = lossReads(Value.Z) ? "loss" : "backward pass";
        return flow.keeps(Value.Z)
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
    public ParameterPlan weights(String name, String symbol, Shape shape, ScaledInitialization initial) {
        return parameter(name, symbol, constant(symbol), shape, initial, true);
    }

    /** Room for biases, which penalties don't apply to. */
    public ParameterPlan unpenalized(String name, String symbol, Shape shape, ScaledInitialization initial) {
        return parameter(name, symbol, constant(symbol), shape, initial, false);
    }

    /** The same with a name in place of a symbol at the end of the offset's constant. */
    public ParameterPlan unpenalizedByName(String name, String symbol, Shape shape, ScaledInitialization initial) {
        return parameter(name, symbol, constant(name), shape, initial, false);
    }

    private ParameterPlan parameter(
            String name,
            String symbol,
            String constant,
            Shape shape,
            ScaledInitialization initial,
            boolean isPenalized) {
        ParameterPlan parameter =
                new ParameterPlan(name, symbol, constant, planner.parameterCount(), shape, initial, isPenalized);
        planner.addParameters(parameter);
        return parameter;
    }

    /** The constant of a parameter's offset: {@code P_HIDDEN_W}. */
    private String constant(String ending) {
        return ConstantNames.parameter(layer.name(), ending.toUpperCase(Locale.ROOT));
    }

    /** Room for W, of this shape, and b, a number for each unit. */
    public AffineParameters affineParameters(
            Shape weights, AffineInitialization initialization, int fanIn, int fanOut) {
        return new AffineParameters(
                weights("weight", "W", weights, new ScaledInitialization(initialization.weights(), fanIn, fanOut)),
                initialization
                        .bias()
                        .map(bias -> unpenalized(
                                "bias", "b", Shape.of(weights.last()), new ScaledInitialization(bias, fanIn, fanOut))));
    }

    /** Room for state. */
    public StatePlan state(String name, String symbol, String ending, Shape shape, float initial) {
        return new StatePlan(
                name,
                symbol,
                ConstantNames.state(layer.name(), ending),
                planner.takeState(shape.size()),
                shape,
                initial,
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
