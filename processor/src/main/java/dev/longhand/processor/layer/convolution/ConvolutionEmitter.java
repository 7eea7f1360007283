package dev.longhand.processor.layer.convolution;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.longhand.Style;
import dev.longhand.processor.emit.Affine;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.Layout;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.emit.WindowLoops;
import dev.longhand.processor.plan.LayerPlan.Head;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Prints a convolution: its signature here, its body in the style it's planned in. */
public final class ConvolutionEmitter implements LayerEmitter {

    private final ConvolutionPlan layer;
    private final LayerBodies bodies;
    private final boolean kernels;

    public ConvolutionEmitter(ConvolutionPlan layer) {
        this.layer = layer;
        kernels = layer.head().style() == Style.KERNELS;
        bodies = kernels ? new KernelsConvolution(layer) : new LoopsConvolution(layer);
    }

    // /** The shape of conv1 with pool1: its windows, and the images that come in and go out. */
    // private static final PooledConvolution CONV1_SHAPE =
    //         PooledConvolution.of(Convolution.of(28, 28, 1, 16, Window.of(3, 3).padding(1, 1, 1, 1)), 2, 2);
    @Override
    public List<FieldSpec> constants() {
        if (!kernels) {
            return List.of();
        }
        List<Integer> image = layer.image().dimensions();
        CodeBlock.Builder shape = CodeBlock.builder();
        layer.pool().ifPresent(pool -> shape.add("$T.of($Z", RuntimeTypes.POOLED_CONVOLUTION));
        shape.add(
                "$T.of($L, $L, $L, $L,$W",
                RuntimeTypes.CONVOLUTION,
                image.get(0),
                image.get(1),
                image.get(2),
                layer.filters());
        shape.add(WindowLoops.atRunTime(layer.window())).add(")");
        if (layer.groups() > 1) {
            shape.add("$Z.groups($L)", layer.groups());
        }
        layer.pool()
                .ifPresent(pool -> shape.add(
                        ",$W$L, $L)", pool.window().height(), pool.window().width()));
        String doc = layer.pool()
                .map(pool -> "The shape of " + layer.head().name() + " and the pools of " + pool.name()
                        + ": height, width and channels of x, filters, kernel; rows and columns of a pool.")
                .orElse("The shape of " + layer.head().name() + ": height, width and channels of x, filters, kernel.");
        return List.of(FieldSpec.builder(
                        layer.pool().isPresent() ? RuntimeTypes.POOLED_CONVOLUTION : RuntimeTypes.CONVOLUTION,
                        layer.shape(),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("$L", Layout.javadoc(doc))
                .initializer(shape.build())
                .build());
    }

    // /** Layer 1, conv1, forward: a = relu(x ∗ W + b), 3×3, [n][28][28][1] → [n][28][28][16]. */
    // private static void forwardConv1(ConvolutionKernels convolutions, float[] p, float[] x, float[] a, int n)
    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        List<MethodParameter> parameters = new ArrayList<>();
        if (kernels) {
            if (layer.z().isPresent()) {
                parameters.add(MethodParameter.functions());
            }
            parameters.add(MethodParameter.convolutions());
        }
        parameters.add(MethodParameter.p());
        parameters.add(MethodParameter.array("x", layer.x().in(mode).fetch()));
        layer.z().ifPresent(z -> parameters.add(MethodParameter.array("z", z.fetch())));
        parameters.add(MethodParameter.array("a", layer.a().fetch()));
        layer.pool()
                .ifPresent(pool -> parameters.add(
                        MethodParameter.array("winners", pool.winners().fetch())));
        parameters.add(MethodParameter.n());
        Head head = layer.head();
        List<String> doc = new ArrayList<>();
        if (layer.pool().isPresent()) {
            ConvolutionPlan.Pooled pool = layer.pool().get();
            doc.add("Layer " + (head.index() + 1) + ", " + head.name() + ", with " + pool.name() + ", forward: "
                    + head.formula() + ", then max over " + pool.window().pixels() + ", " + Doc.batch(layer.image())
                    + " → " + Doc.batch(pool.output())
                    + ".");
            doc.add("They are fused: nobody else reads what " + head.name() + " hands out, so only the largest of each"
                    + " pool and its place are kept.");
        } else {
            doc.add(Doc.forward(head));
        }
        return Optional.of(
                new GeneratedMethod(doc, TypeName.VOID, "forward" + head.suffix(), parameters, bodies.forward()));
    }

    @Override
    public Optional<GeneratedMethod> backward() {
        List<MethodParameter> parameters = new ArrayList<>();
        boolean derives = !layer.fusedWithLoss() && !layer.function().isIdentity();
        if (kernels) {
            if (derives && !layer.function().passesGradient()) {
                parameters.add(MethodParameter.functions());
            }
            parameters.add(MethodParameter.convolutions());
        }
        if (layer.dx().isPresent()) {
            parameters.add(MethodParameter.p());
        }
        parameters.add(MethodParameter.array("x", layer.x().training().fetch()));
        if (derives && Expressions.gradientNeeds(layer.function(), "z")) {
            layer.z().ifPresent(z -> parameters.add(MethodParameter.array("z", z.fetch())));
        }
        if (derives && Expressions.gradientNeeds(layer.function(), "a")) {
            parameters.add(MethodParameter.array("a", layer.a().fetch()));
        }
        layer.pool()
                .ifPresent(pool -> parameters.add(
                        MethodParameter.array("winners", pool.winners().fetch())));
        parameters.add(
                MethodParameter.array(gradientName(layer), layer.gradient().fetch()));
        layer.dx().ifPresent(dx -> parameters.add(MethodParameter.array("dx", dx.fetch())));
        parameters.add(MethodParameter.g());
        parameters.add(MethodParameter.n());
        String name = "backward" + layer.head().suffix();
        return Optional.of(new GeneratedMethod(doc(), TypeName.VOID, name, parameters, bodies.backward()));
    }

    private List<String> doc() {
        List<String> to = new ArrayList<>(List.of("dW"));
        if (layer.hasBias()) {
            to.add("db");
        }
        if (layer.dx().isPresent()) {
            to.add("dx");
        }
        List<String> doc = new ArrayList<>();
        doc.add(Doc.backward(layer.head())
                + layer.pool().map(pool -> ", with " + pool.name()).orElse("") + ": from " + gradientName(layer)
                + " to " + Doc.and(to) + ".");
        if (layer.fusedWithLoss()) {
            doc.add("dz comes from {@link #loss}, which has already differentiated "
                    + layer.function().name() + ".");
        }
        layer.pool()
                .ifPresent(
                        pool -> doc.add("They are fused: a moves with the winner of each pool only, so dz is 0 at all"
                                + " other pixels, which add nothing to any sum and are left out."));
        if (layer.dx().isEmpty()) {
            doc.add(Doc.skipped(layer.x().training()));
        }
        return doc;
    }

    /** The incoming gradient is called dz where f has nothing to add to it. */
    public static String gradientName(ConvolutionPlan layer) {
        return Affine.gradientName(layer.fusedWithLoss(), handsOutSums(layer));
    }

    /** {@code z = x ∗ W + b}, or without b. */
    public static String affine(ConvolutionPlan layer) {
        return Affine.step(handsOutSums(layer), "x ∗ W", layer.hasBias());
    }

    private static boolean handsOutSums(ConvolutionPlan layer) {
        return layer.function().isIdentity() && layer.pool().isEmpty();
    }

    public static String weights(ConvolutionPlan layer) {
        return layer.head().parameters().get(0).constant();
    }

    public static String bias(ConvolutionPlan layer) {
        return layer.head().parameters().get(1).constant();
    }

    /** Step lines with what follows in one column. */
    public static List<String> steps(List<String> formulas, List<String> rests) {
        int width = formulas.stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < formulas.size(); i++) {
            String gap = " ".repeat(width - formulas.get(i).length() + 2);
            lines.add((formulas.get(i) + gap + rests.get(i)).stripTrailing());
        }
        return lines;
    }
}
