package dev.longhand.processor.layer.convolution;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.Activation;
import dev.longhand.Style;
import dev.longhand.processor.emit.AffineDescriptor;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.GeneratedConstant;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.KeptValues;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.emit.WindowLoops;
import dev.longhand.processor.formula.Words;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints a convolution: its signature here, its body in the style it's planned in. */
final class ConvolutionEmitter implements LayerEmitter {

    private final ConvolutionPlan layer;
    private final LayerBodies bodies;
    private final boolean kernels;

    ConvolutionEmitter(ConvolutionPlan layer) {
        this.layer = layer;
        kernels = layer.head().style() == Style.KERNELS;
        bodies = kernels ? new KernelsConvolution(layer) : new LoopsConvolution(layer);
    }

    // private static final PooledConvolution EDGES = PooledConvolution.of(
    //         Convolution.of(8, 8, 1, 4, Window.of(3, 3).padding(1, 1, 1, 1))
    //                 .weights(P_EDGES_W).bias(P_EDGES_B).activation(Activation.RELU), 2, 2);
    @Override
    public List<GeneratedConstant> constants() {
        if (!kernels) {
            return List.of();
        }
        List<Integer> image = layer.image().dimensions();
        CodeBlock.Builder shape = CodeBlock.builder();
        layer.pool().ifPresent(pool -> shape.add("$T.of($>$>\n", RuntimeTypes.POOLED_CONVOLUTION));
        shape.add(
                "$T.of($L, $L, $L, $L,$W",
                RuntimeTypes.CONVOLUTION,
                image.get(0),
                image.get(1),
                image.get(2),
                layer.filters());
        shape.add(WindowLoops.atRunTime(layer.window())).add(")$>$>\n");
        if (layer.groups() > 1) {
            shape.add(".groups($L)$Z", layer.groups());
        }
        shape.add(AffineDescriptor.parameters(layer.weights(), layer.bias()));
        if (appliesFunction()) {
            shape.add("$Z").add(Expressions.descriptorActivation(layer.function()));
        }
        shape.add("$<$<");
        layer.pool()
                .ifPresent(pool -> shape.add(
                        ", $L, $L)$<$<", pool.window().height(), pool.window().width()));
        String doc = "The shape of " + layer.head().name()
                + layer.pool().map(pool -> " and the pools of " + pool.name()).orElse("")
                + ": " + layer.window().dimensions() + " and channels of x, filters, kernel; where W"
                + (layer.hasBias() ? " and b begin" : " begins")
                + " in p and g" + (appliesFunction() ? "; the activation function" : "")
                + (layer.pool().isPresent() ? "; rows and columns of a pool." : ".");
        return List.of(new GeneratedConstant(
                layer.pool().isPresent() ? RuntimeTypes.POOLED_CONVOLUTION : RuntimeTypes.CONVOLUTION,
                layer.shape(),
                doc,
                shape.build()));
    }

    /** Whether the convolution itself computes a = f(z). */
    private boolean appliesFunction() {
        return layer.z().isEmpty() && !layer.function().isIdentity();
    }

    // /** Layer 1, edges, forward: a = relu(x ∗ W + b), 3×3, [n][8][8][1] → [n][8][8][4]. */
    // private static void forwardEdges(float[] p, float[] x, float[] a, int n) {
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
        parameters.add(MethodParameter.array("x", layer.x().in(mode)));
        layer.z().ifPresent(z -> parameters.add(MethodParameter.array("z", z)));
        parameters.add(MethodParameter.array("a", layer.a()));
        layer.pool().ifPresent(pool -> parameters.add(MethodParameter.array("argmax", pool.argmax())));
        parameters.add(MethodParameter.n());
        LayerHead head = layer.head();
        List<String> doc = new ArrayList<>();
        if (layer.pool().isPresent()) {
            FusedPool pool = layer.pool().get();
            String position = pool.window().position();
            doc.add("Layer " + (head.index() + 1) + ", " + head.name() + ", with " + pool.name() + ", forward: "
                    + head.formula() + ", then max over " + pool.window().extent() + ", "
                    + Doc.batch(head.inputs().get(0))
                    + " → " + Doc.batch(pool.output())
                    + ".");
            doc.add("Only " + pool.name() + " reads the output of " + head.name()
                    + ", so just the maximum of each pool and"
                    + " its " + position + ", the argmax, are kept. The " + position + "s of a pool are counted "
                    + (pool.window().isOneDimensional() ? "" : "row by row ")
                    + "from 0; of equal maxima the first counts" + anyIfZero()
                    + ". Where a isn't finite, it may be any of them.");
        } else {
            doc.add(Doc.forward(head));
        }
        return Optional.of(GeneratedMethod.ofLayer(head, "forward", doc, parameters, bodies.forward()));
    }

    /** What the argmax is where the largest z of a pool isn't positive. */
    private String anyIfZero() {
        return layer.function().activation() == Activation.RELU ? ", but any where a = 0, as dz is 0 there" : "";
    }

    @Override
    public Optional<GeneratedMethod> backward() {
        List<MethodParameter> parameters = new ArrayList<>();
        boolean derives = layer.activation().isDifferentiated();
        if (kernels) {
            if (derives && !layer.function().passesGradient()) {
                parameters.add(MethodParameter.functions());
            }
            parameters.add(MethodParameter.convolutions());
        }
        if (layer.dx().isPresent()) {
            parameters.add(MethodParameter.p());
        }
        parameters.addAll(KeptValues.of(layer));
        layer.pool().ifPresent(pool -> parameters.add(MethodParameter.array("argmax", pool.argmax())));
        parameters.add(MethodParameter.array(ConvolutionFormulas.received(layer), layer.gradient()));
        layer.dx().ifPresent(dx -> parameters.add(MethodParameter.array("dx", dx)));
        parameters.add(MethodParameter.g());
        parameters.add(MethodParameter.n());
        return Optional.of(GeneratedMethod.ofLayer(layer.head(), "backward", doc(), parameters, bodies.backward()));
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
                + layer.pool().map(pool -> ", with " + pool.name()).orElse("") + ": from "
                + ConvolutionFormulas.received(layer)
                + " to " + Words.and(to) + ".");
        if (layer.activation().isFusedWithLoss()) {
            doc.add("dz comes from {@link #loss}, which has already differentiated "
                    + layer.function().name() + ".");
        }
        layer.pool()
                .ifPresent(pool -> doc.add("a depends only on the argmax of each pool: dz is 0 at all other "
                        + layer.window().position() + "s, so the sums leave them out."));
        if (layer.dx().isEmpty()) {
            doc.add(Doc.skipped(layer.x().training()));
        }
        return doc;
    }
}
