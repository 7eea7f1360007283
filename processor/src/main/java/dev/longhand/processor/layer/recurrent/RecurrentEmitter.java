package dev.longhand.processor.layer.recurrent;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.longhand.Style;
import dev.longhand.processor.check.Names;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Prints a recurrent layer: its signature here, its body in the style it's planned in. */
public final class RecurrentEmitter implements LayerEmitter {

    private final RecurrentPlan layer;
    private final boolean kernels;
    private final LayerBodies bodies;

    public RecurrentEmitter(RecurrentPlan layer) {
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

    // /** The steps of reader through time. */
    // private static final Recurrence READER_STEPS = Recurrence.toLastState(28, 16);
    @Override
    public List<FieldSpec> constants() {
        if (!kernels) {
            return List.of();
        }
        List<FieldSpec> constants = new ArrayList<>(KernelsRecurrent.constants(layer));
        constants.add(FieldSpec.builder(
                        RuntimeTypes.RECURRENCE, steps(layer), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L", "The steps of " + layer.head().name() + " through time.")
                .initializer(
                        "$T.$L($L, $L)",
                        RuntimeTypes.RECURRENCE,
                        layer.returnSequences() ? "toSequence" : "toLastState",
                        layer.time(),
                        layer.units())
                .build());
        return constants;
    }

    // /** Layer 1, reader, forward: c = f∘c' + i∘g, h = o∘tanh(c), [n][28][28] → [n][16]. */
    // private static void forwardReader(float[] p, float[] x, float[] gates, float[] previous,
    //         float[] c, float[] a, int n)
    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        List<MethodParameter> parameters = kernels();
        parameters.add(MethodParameter.p());
        parameters.add(MethodParameter.array("x", layer.x().in(mode).fetch()));
        parameters.add(MethodParameter.array(gates(layer), layer.gates().fetch()));
        parameters.add(MethodParameter.array("previous", layer.previous().fetch()));
        layer.kept().ifPresent(kept -> parameters.add(MethodParameter.array(kept(layer), kept.fetch())));
        parameters.add(MethodParameter.array("a", layer.a().fetch()));
        parameters.add(MethodParameter.n());
        List<String> doc = List.of(
                Doc.forward(layer.head()),
                "previous is h', the states that each step starts from: 0 at the first. a is h after "
                        + (layer.returnSequences() ? "every step." : "the last step."));
        return Optional.of(new GeneratedMethod(
                doc, TypeName.VOID, "forward" + layer.head().suffix(), parameters, bodies.forward()));
    }

    // /** Layer 1, reader, backward through time: from da to dW, dU and db. dx is skipped: x is the data. */
    @Override
    public Optional<GeneratedMethod> backward() {
        List<MethodParameter> parameters = kernels();
        parameters.add(MethodParameter.p());
        parameters.add(MethodParameter.array("x", layer.x().training().fetch()));
        parameters.add(MethodParameter.array(gates(layer), layer.gates().fetch()));
        parameters.add(MethodParameter.array("previous", layer.previous().fetch()));
        layer.kept().ifPresent(kept -> parameters.add(MethodParameter.array(kept(layer), kept.fetch())));
        parameters.add(MethodParameter.array("da", layer.gradient().fetch()));
        parameters.add(MethodParameter.array("dz", layer.dz().fetch()));
        layer.dv().ifPresent(dv -> parameters.add(MethodParameter.array("dv", dv.fetch())));
        layer.carry().ifPresent(carry -> parameters.add(MethodParameter.array(carry(layer), carry.fetch())));
        layer.dx().ifPresent(dx -> parameters.add(MethodParameter.array("dx", dx.fetch())));
        parameters.add(MethodParameter.g());
        parameters.add(MethodParameter.n());
        List<String> doc = new ArrayList<>();
        doc.add(Doc.backward(layer.head()) + " through time: from da to " + Doc.and(gradients(layer)) + ".");
        if (layer.dv().isPresent()) {
            String b = layer.hasBias() ? " + b" : "";
            String c = layer.hasBias() ? " + c" : "";
            doc.add("The array dz holds the gradients in x·W" + b + ": dz, dr and dm side by side.");
            doc.add("The array dv holds those in h'·U" + c + ", of which v is the last part: dz, dr and dm∘r.");
        }
        if (layer.dx().isEmpty()) {
            doc.add(Doc.skipped(layer.x().training()));
        }
        return Optional.of(new GeneratedMethod(
                doc, TypeName.VOID, "backward" + layer.head().suffix(), parameters, bodies.backward()));
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
            layer.dv().ifPresent(dv -> gradients.add("dc"));
        }
        layer.dx().ifPresent(dx -> gradients.add("dx"));
        return gradients;
    }

    /** The constant that tells kernels how the layer goes through time. */
    public static String steps(RecurrentPlan layer) {
        return Names.constant(layer.head().constant(), "STEPS");
    }

    /** What the array of {@link RecurrentPlan#gates} is called. */
    public static String gates(RecurrentPlan layer) {
        return switch (layer.cell()) {
            case RNN -> Expressions.gradientNeeds(layer.function(), "z") ? "z" : "h";
            case GRU, LSTM -> "gates";
        };
    }

    /** What the array of {@link RecurrentPlan#kept} is called. */
    public static String kept(RecurrentPlan layer) {
        return layer.dv().isPresent() ? "v" : "c";
    }

    /** What the array of {@link RecurrentPlan#carry} is called. */
    public static String carry(RecurrentPlan layer) {
        return layer.dv().isPresent() ? "dh" : "dc";
    }

    /** The sum that a gate, or f, is applied to. */
    public static String affine(RecurrentPlan layer) {
        return "z = x·W + h'·U" + (layer.hasBias() ? " + b" : "");
    }

    /** {@code 28 * n}: the steps of all samples. */
    public static String rows(RecurrentPlan layer) {
        return Index.count(layer.time());
    }
}
