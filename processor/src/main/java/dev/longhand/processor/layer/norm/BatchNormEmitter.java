package dev.longhand.processor.layer.norm;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.longhand.Style;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.Parameter;
import dev.longhand.processor.emit.Part;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints a batch norm layer: a forward pass by the batch's statistics, one by running ones, and how these run. */
public final class BatchNormEmitter implements LayerEmitter {

    private final BatchNormPlan layer;
    private final boolean kernels;
    private final Bodies bodies;

    /** What the two styles differ in. */
    public interface Bodies {

        void forward(Body body);

        void predict(Body body);

        void backward(Body body);

        void update(Body body);
    }

    public BatchNormEmitter(BatchNormPlan layer) {
        this.layer = layer;
        kernels = layer.head().style() == Style.KERNELS;
        bodies = kernels ? new KernelsBatchNorm(layer) : new LoopsBatchNorm(layer);
    }

    @Override
    public List<FieldSpec> constants() {
        return kernels
                ? List.of(NormShape.constant(layer.head(), layer.positions(), layer.channels(), layer.epsilon()))
                : List.of();
    }

    @Override
    public Optional<Part> forward(Mode mode) {
        boolean trains = mode == Mode.TRAINING;
        if (!trains && layer.folded().isPresent()) {
            return folded(layer.folded().get(), mode);
        }
        List<Parameter> parameters = parameters();
        parameters.add(Parameter.p());
        if (!trains) {
            parameters.add(Parameter.state());
        }
        parameters.add(Parameter.array("x", layer.x().in(mode).fetch()));
        if (trains) {
            parameters.add(statistics());
        }
        parameters.add(Parameter.array("a", layer.a().fetch()));
        parameters.add(Parameter.n());
        Body body = new Body();
        String doc = Doc.forward(layer.head());
        if (trains) {
            bodies.forward(body);
            return part("forward", doc + " μ and σ² are those of each channel in the batch.", parameters, body);
        }
        bodies.predict(body);
        return part(
                "predict",
                doc.replace(", forward:", ", predicting:") + " μ and σ² are running ones.",
                parameters,
                body);
    }

    private Optional<Part> folded(BatchNormPlan.Folded folded, Mode mode) {
        Body body = new Body();
        FoldedBatchNorm.write(body, layer, folded);
        String doc = "Layer " + (layer.head().index() + 1) + ", " + layer.head().name() + ", predicting, "
                + FoldedBatchNorm.with(folded) + " in one convolution.";
        String x = folded.x().in(mode).fetch();
        return part("predict", doc, FoldedBatchNorm.parameters(folded, x), body);
    }

    @Override
    public Optional<Part> backward() {
        List<Parameter> parameters = parameters();
        boolean givesInput = layer.dx().isPresent();
        if (givesInput) {
            parameters.add(Parameter.p());
        }
        parameters.add(Parameter.g());
        parameters.add(Parameter.array("x", layer.x().training().fetch()));
        parameters.add(statistics());
        parameters.add(Parameter.array("da", layer.gradient().fetch()));
        layer.dx().ifPresent(dx -> parameters.add(Parameter.array("dx", dx.fetch())));
        parameters.add(Parameter.n());
        Body body = new Body();
        bodies.backward(body);
        String doc = Doc.backward(layer.head()) + ": from da to dγ" + (givesInput ? ", dβ and dx." : " and dβ.")
                + (givesInput ? "" : " " + Doc.skipped(layer.x().training()));
        return part("backward", doc, parameters, body);
    }

    @Override
    public Optional<Part> update() {
        List<Parameter> parameters = parameters();
        parameters.add(statistics());
        parameters.add(Parameter.state());
        parameters.add(Parameter.n());
        Body body = new Body();
        bodies.update(body);
        String doc = "Layer " + (layer.head().index() + 1) + ", " + layer.head().name()
                + ", after a step: the running μ and σ² move towards those of the batch.";
        return part("update", doc, parameters, body);
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (kernels) {
            parameters.add(Parameter.norms());
        }
        return parameters;
    }

    private Parameter statistics() {
        return Parameter.array("statistics", layer.statistics().fetch());
    }

    private Optional<Part> part(String name, String doc, List<Parameter> parameters, Body body) {
        return Optional.of(
                new Part(List.of(doc), TypeName.VOID, name + layer.head().suffix(), parameters, body.build()));
    }
}
