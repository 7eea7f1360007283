package dev.longhand.processor.layer.dense;

import dev.longhand.Style;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.GeneratedConstant;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.KeptValues;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.Mode;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints a dense layer: its signature here, its body in the style it's planned in. */
final class DenseEmitter implements LayerEmitter {

    private final DensePlan layer;
    private final LayerBodies bodies;

    DenseEmitter(DensePlan layer) {
        this.layer = layer;
        bodies = switch (layer.head().style()) {
            case UNROLLED -> layer.unrolling().namesWeights() ? new UnrolledDense(layer) : new UnrolledSums(layer);
            case LOOPS -> new LoopsDense(layer);
            case KERNELS -> new KernelsDense(layer);
            case AUTO -> throw new AssertionError("the plan has chosen a style");
        };
    }

    // /** hidden1: inputs and units; where W and b begin; its activation. */
    // private static final DenseLayer HIDDEN1 = DenseLayer.of(784, 100).weights(P_HIDDEN1_W)
    //         .bias(P_HIDDEN1_B).activation(Activation.RELU);
    @Override
    public List<GeneratedConstant> constants() {
        return layer.head().style() == Style.KERNELS ? List.of(KernelsDense.constant(layer)) : List.of();
    }

    // /** Layer 1, hidden, forward: a = σ(x·W + b), [n][2] → [n][2]. */
    // private static void forwardHidden(float[] p, float[] x, float[] a, int n) {
    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        List<MethodParameter> parameters = new ArrayList<>();
        kernels(parameters, layer.z().isPresent());
        parameters.add(MethodParameter.p());
        parameters.add(x(layer.x().in(mode)));
        layer.z().ifPresent(z -> parameters.add(MethodParameter.array("z", z)));
        parameters.add(MethodParameter.array("a", layer.a()));
        parameters.add(MethodParameter.n(layer.rows()));
        LayerHead head = layer.head();
        List<String> doc = new ArrayList<>(List.of(Doc.forward(head)));
        if (layer.rows() > 1) {
            doc.add(Doc.STEPS);
        }
        if (layer.skipsZeros()) {
            doc.add("x is the data: where most of it is zeros, they are skipped, as they add nothing to a sum.");
        }
        return Optional.of(GeneratedMethod.ofLayer(head, "forward", doc, parameters, bodies.forward()));
    }

    // /**
    //  * Layer 1, hidden, backward: from da to dW and db.
    //  * dx is skipped: x is the data.
    //  */
    // private static void backwardHidden(float[] x, float[] a, float[] da, float[] g, int n) {
    @Override
    public Optional<GeneratedMethod> backward() {
        List<MethodParameter> parameters = new ArrayList<>();
        kernels(parameters, KernelsDense.differentiates(layer));
        if (layer.dx().isPresent()) {
            parameters.add(MethodParameter.p());
        }
        parameters.addAll(KeptValues.of(layer, x(layer.x().training())));
        parameters.add(MethodParameter.array(DenseFormulas.received(layer), layer.gradient()));
        layer.dx().ifPresent(dx -> parameters.add(MethodParameter.array("dx", dx)));
        parameters.add(MethodParameter.g());
        parameters.add(MethodParameter.n(layer.rows()));
        LayerHead head = layer.head();
        return Optional.of(GeneratedMethod.ofLayer(head, "backward", doc(), parameters, bodies.backward()));
    }

    private List<String> doc() {
        String from = DenseFormulas.received(layer);
        String to = layer.hasBias() ? "dW and db" : "dW";
        if (layer.dx().isPresent()) {
            to = layer.hasBias() ? "dW, db and dx" : "dW and dx";
        }
        List<String> doc = new ArrayList<>();
        doc.add(Doc.backward(layer.head()) + ": from " + from + " to " + to + ".");
        if (layer.rows() > 1) {
            doc.add(Doc.STEPS);
        }
        if (layer.activation().isFusedWithLoss()) {
            doc.add("dz comes from {@link #loss}, which has already differentiated "
                    + layer.function().name() + ".");
        }
        if (layer.dx().isEmpty()) {
            doc.add(Doc.skipped(layer.x().training()));
        }
        return doc;
    }

    /** Kernels may skip zeros in the data. */
    private MethodParameter x(WorkspaceArray x) {
        return layer.skipsZeros() ? MethodParameter.batch() : MethodParameter.array("x", x);
    }

    private void kernels(List<MethodParameter> parameters, boolean callsFunctions) {
        if (layer.head().style() == Style.KERNELS) {
            if (callsFunctions) {
                parameters.add(MethodParameter.functions());
            }
            parameters.add(MethodParameter.dense());
        }
    }
}
