package dev.longhand.processor.layer.norm;

import dev.longhand.Style;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.GeneratedConstant;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.KeptValues;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints a batch norm layer: the pass with the statistics of the batch, that with running ones, their update. */
final class BatchNormEmitter implements LayerEmitter {

    private final BatchNormPlan layer;
    private final boolean kernels;
    private final Bodies bodies;

    /** The bodies of its methods in one style. */
    public interface Bodies {

        void forward(Body body);

        void predict(Body body);

        void backward(Body body);

        void update(Body body);
    }

    BatchNormEmitter(BatchNormPlan layer) {
        this.layer = layer;
        kernels = layer.head().style() == Style.KERNELS;
        bodies = kernels ? new KernelsBatchNorm(layer) : new LoopsBatchNorm(layer);
    }

    @Override
    public List<GeneratedConstant> constants() {
        List<GeneratedConstant> constants = new ArrayList<>();
        if (kernels) {
            constants.add(NormConstantEmitter.constant(
                    layer.head(),
                    layer.size(),
                    layer.parameters(),
                    Optional.of(layer.statistics().runningMean())));
        }
        layer.folded().ifPresent(folded -> constants.add(FoldedBatchNormEmitter.constant(layer, folded)));
        return constants;
    }

    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        boolean trains = mode == Mode.TRAINING;
        if (!trains && layer.folded().isPresent()) {
            return folded(layer.folded().get(), mode);
        }
        List<MethodParameter> parameters = parameters();
        parameters.add(MethodParameter.p());
        if (!trains) {
            parameters.add(MethodParameter.state());
        }
        parameters.add(MethodParameter.array("x", layer.x().in(mode)));
        if (trains) {
            parameters.add(statistics());
        }
        parameters.add(MethodParameter.array("a", layer.a()));
        parameters.add(MethodParameter.n());
        Body body = new Body();
        String doc = Doc.forward(layer.head());
        if (trains) {
            bodies.forward(body);
            return part("forward", doc + " μ and σ² are those of each channel in the batch.", parameters, body);
        }
        bodies.predict(body);
        return part("predict", Doc.predicting(layer.head()) + " μ and σ² are running ones.", parameters, body);
    }

    private Optional<GeneratedMethod> folded(FoldedConvolution folded, Mode mode) {
        Body body = new Body();
        FoldedBatchNormEmitter.write(body, layer, folded);
        String doc = "Layer " + (layer.head().index() + 1) + ", " + layer.head().name() + ", predicting, "
                + FoldedBatchNormEmitter.with(folded) + " in one convolution.";
        return part("predict", doc, FoldedBatchNormEmitter.parameters(folded, mode), body);
    }

    @Override
    public Optional<GeneratedMethod> backward() {
        List<MethodParameter> parameters = parameters();
        boolean givesInput = layer.dx().isPresent();
        if (givesInput) {
            parameters.add(MethodParameter.p());
        }
        parameters.add(MethodParameter.g());
        parameters.addAll(KeptValues.of(layer));
        parameters.add(statistics());
        parameters.add(MethodParameter.array("da", layer.gradient()));
        layer.dx().ifPresent(dx -> parameters.add(MethodParameter.array("dx", dx)));
        parameters.add(MethodParameter.n());
        Body body = new Body();
        bodies.backward(body);
        String doc = Doc.backward(layer.head()) + ": from da to dγ" + (givesInput ? ", dβ and dx." : " and dβ.")
                + (givesInput ? "" : " " + Doc.skipped(layer.x().training()));
        return part("backward", doc, parameters, body);
    }

    @Override
    public Optional<GeneratedMethod> update() {
        List<MethodParameter> parameters = parameters();
        parameters.add(statistics());
        parameters.add(MethodParameter.state());
        parameters.add(MethodParameter.n());
        Body body = new Body();
        bodies.update(body);
        String doc = "Layer " + (layer.head().index() + 1) + ", " + layer.head().name()
                + ", after a step: the running μ and σ² move towards those of the batch.";
        return part("update", doc, parameters, body);
    }

    private List<MethodParameter> parameters() {
        List<MethodParameter> parameters = new ArrayList<>();
        if (kernels) {
            parameters.add(MethodParameter.norms());
        }
        return parameters;
    }

    private MethodParameter statistics() {
        return MethodParameter.array("statistics", layer.statistics().batch());
    }

    private Optional<GeneratedMethod> part(String name, String doc, List<MethodParameter> parameters, Body body) {
        return Optional.of(GeneratedMethod.ofLayer(layer.head(), name, List.of(doc), parameters, body.build()));
    }
}
