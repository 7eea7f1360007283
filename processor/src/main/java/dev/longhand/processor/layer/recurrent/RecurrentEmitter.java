package dev.longhand.processor.layer.recurrent;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.Style;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.GeneratedConstant;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.Words;
import dev.longhand.processor.layer.recurrent.ResolvedRecurrent.Cell;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints a recurrent layer: its signature here, its body in the style it's planned in. */
final class RecurrentEmitter implements LayerEmitter {

    private final RecurrentPlan layer;
    private final boolean kernels;
    private final LayerBodies bodies;

    RecurrentEmitter(RecurrentPlan layer) {
        this.layer = layer;
        kernels = layer.head().style() == Style.KERNELS;
        bodies = kernels
                ? new KernelsRecurrent(layer)
                : switch (layer.cell()) {
                    case RNN -> new LoopsRnn(layer);
                    case GRU -> new LoopsGru(layer);
                    case LSTM -> new LoopsLstm(layer);
                };
    }

    // /** reader: steps and units; where U begins. */
    // private static final Recurrence READER = Recurrence.toSequence(16, 32).weights(P_READER_U);
    @Override
    public List<GeneratedConstant> constants() {
        if (!kernels) {
            return List.of();
        }
        CodeBlock value = CodeBlock.of(
                "$T.$L($L, $L)$Z$L",
                RuntimeTypes.RECURRENCE,
                layer.returnSequences() ? "toSequence" : "toLastState",
                layer.time(),
                layer.units(),
                parameters());
        String doc = layer.head().name() + ": " + described();
        List<GeneratedConstant> constants = new ArrayList<>(KernelsRecurrent.products(layer));
        constants.add(new GeneratedConstant(RuntimeTypes.RECURRENCE, shape(layer), doc, value));
        return constants;
    }

    private String described() {
        return switch (layer.cell()) {
            case RNN -> "steps and units; where U begins; its activation.";
            case GRU -> layer.hasBias() ? "steps and units; where U and c begin." : "steps and units; where U begins.";
            case LSTM -> "steps and units; where U begins.";
        };
    }

    private CodeBlock parameters() {
        CodeBlock.Builder parameters = CodeBlock.builder()
                .add(".weights($L)", layer.parameters().recurrentWeights().constant());
        layer.parameters().recurrentBias().ifPresent(bias -> parameters.add(".bias($L)", bias.constant()));
        if (layer.cell() == Cell.RNN) {
            parameters.add(Expressions.descriptorActivation(layer.function()));
        }
        return parameters.build();
    }

    // /**
    //  * Layer 1, reader, forward: c = f∘c' + i∘g, h = o∘tanh(c), [n][12][1] → [n][4].
    //  * previous is h', the states before each step: 0 before the first. a is h after the last step.
    //  */
    // private static void forwardReader(float[] p, float[] x, float[] gates, float[] previous,
    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        List<MethodParameter> parameters = kernels();
        parameters.add(MethodParameter.p());
        parameters.add(MethodParameter.array("x", layer.x().in(mode)));
        parameters.add(array(layer.buffers().gates()));
        parameters.add(MethodParameter.array("previous", layer.buffers().previous()));
        layer.buffers().kept().ifPresent(kept -> parameters.add(array(kept)));
        parameters.add(MethodParameter.array("a", layer.a()));
        addSteps(parameters);
        parameters.add(MethodParameter.n());
        List<String> doc = new ArrayList<>();
        doc.add(Doc.forward(layer.head()));
        doc.add("previous is h', the states before each step: 0 before the first. a is h after "
                + (layer.returnSequences() ? "every step." : "the last step."));
        if (layer.isMasked()) {
            doc.add("Masked steps, which pad a shorter sequence, are skipped"
                    + (layer.returnSequences() ? ": a is 0 there." : "."));
        }
        return Optional.of(GeneratedMethod.ofLayer(layer.head(), "forward", doc, parameters, bodies.forward()));
    }

    // /**
    //  * Layer 1, reader, backward through time: from da to dW, dU and db.
    //  * dx is skipped: x is the data.
    //  */
    // private static void backwardReader(float[] p, float[] x, float[] gates, float[] previous,
    //         float[] c, float[] da, float[] dz, float[] dcNext, float[] g, int n) {
    @Override
    public Optional<GeneratedMethod> backward() {
        List<MethodParameter> parameters = kernels();
        parameters.add(MethodParameter.p());
        parameters.add(MethodParameter.array("x", layer.x().training()));
        if (kernels || layer.backwardReadsGates()) {
            parameters.add(array(layer.buffers().gates()));
        }
        parameters.add(MethodParameter.array("previous", layer.buffers().previous()));
        layer.buffers().kept().ifPresent(kept -> parameters.add(array(kept)));
        parameters.add(MethodParameter.array("da", layer.gradient()));
        parameters.add(MethodParameter.array("dz", layer.buffers().dz()));
        layer.buffers().dv().ifPresent(dv -> parameters.add(MethodParameter.array("dv", dv)));
        layer.buffers().carry().ifPresent(carry -> parameters.add(array(carry)));
        layer.dx().ifPresent(dx -> parameters.add(MethodParameter.array("dx", dx)));
        parameters.add(MethodParameter.g());
        addSteps(parameters);
        parameters.add(MethodParameter.n());
        List<String> doc = new ArrayList<>();
        doc.add(Doc.backward(layer.head()) + " through time: from da to " + Words.and(gradients(layer)) + ".");
        if (layer.isGru()) {
            String b = layer.hasBias() ? " + b" : "";
            String c = layer.hasBias() ? " + c" : "";
            doc.add("The array dz holds the gradients with respect to x·W" + b + ": dzu, dzr and dzm side by side.");
            doc.add("The array dv holds those with respect to v = h'·U" + c + ": dvu = dzu, dvr = dzr and dvm.");
        }
        if (layer.dx().isEmpty()) {
            doc.add(Doc.skipped(layer.x().training()));
        }
        return Optional.of(GeneratedMethod.ofLayer(layer.head(), "backward", doc, parameters, bodies.backward()));
    }

    /** Loops ask which steps are masked; the kernels of a masked network know them. */
    private void addSteps(List<MethodParameter> parameters) {
        if (layer.isMasked() && !kernels) {
            parameters.add(MethodParameter.steps());
        }
    }

    private List<MethodParameter> kernels() {
        return kernels
                ? new ArrayList<>(List.of(MethodParameter.dense(), MethodParameter.recurrence()))
                : new ArrayList<>();
    }

    /** The gradients that the layer gives. */
    private static List<String> gradients(RecurrentPlan layer) {
        List<String> gradients = new ArrayList<>(List.of("dW", "dU"));
        if (layer.hasBias()) {
            gradients.add("db");
            layer.parameters().recurrentBias().ifPresent(c -> gradients.add("dc"));
        }
        layer.dx().ifPresent(dx -> gradients.add("dx"));
        return gradients;
    }

    private static MethodParameter array(RecurrentPlan.NamedArray named) {
        return MethodParameter.array(named.name(), named.array());
    }

    /** The constant that describes the layer to kernels. */
    static String shape(RecurrentPlan layer) {
        return layer.head().descriptor();
    }

    /** What the array of {@link RecurrentPlan.Buffers#gates} is called. */
    static String gates(RecurrentPlan layer) {
        return layer.buffers().gates().name();
    }

    /** {@code 28 * n}: the steps of all samples. */
    static String rows(RecurrentPlan layer) {
        return Index.count(layer.time());
    }
}
