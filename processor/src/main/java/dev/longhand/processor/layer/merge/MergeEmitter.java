package dev.longhand.processor.layer.merge;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.formula.Words;
import dev.longhand.processor.layer.merge.ResolvedMerge.Kind;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Prints a sum, a product or layers side by side; x1, x2 … are the layers that are joined. */
final class MergeEmitter implements LayerEmitter {

    private final MergePlan layer;
    private final int size;
    private final String count;

    MergeEmitter(MergePlan layer) {
        this.layer = layer;
        size = layer.head().output().size();
        count = Index.count(size);
    }

    // for (int k = 0; k < 6 * n; k++) {
    //     // 1. a = x1 + x2
    //     a[k] = x1[k] + x2[k];
    // }
    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        List<MethodParameter> parameters = new ArrayList<>();
        for (int k = 0; k < layer.xs().size(); k++) {
            parameters.add(MethodParameter.array(x(k), layer.xs().get(k).in(mode)));
        }
        parameters.add(MethodParameter.array("a", layer.a()));
        parameters.add(MethodParameter.n());
        Body body = new Body();
        if (layer.kind() == Kind.CONCAT) {
            body.loop("r", rows()).step("1. a = " + formula());
            int at = 0;
            for (int k = 0; k < layer.xs().size(); k++) {
                body.line(copy(x(k), row(layer.width(k), 0), "a", row(width(), at), layer.width(k)));
                at += layer.width(k);
            }
        } else {
            String operator = layer.kind() == Kind.ADD ? "+" : "*";
            List<String> terms = all().mapToObj(k -> x(k) + "[k]").toList();
            body.loop("k", count).step("1. a = " + formula());
            body.line("a[k] = ", Code.join(operator, terms));
        }
        return Optional.of(GeneratedMethod.ofLayer(
                layer.head(),
                "forward",
                List.of(Doc.forward(layer.head())),
                parameters,
                body.end().build()));
    }

    // for (int k = 0; k < 6 * n; k++) {
    //     // 1. a = x1·x2  so dx1 = da·x2 and dx2 = da·x1
    //     dx1[k] = da[k] * x2[k];
    //     dx2[k] = da[k] * x1[k];
    // }
    @Override
    public Optional<GeneratedMethod> backward() {
        List<Integer> wanted =
                all().filter(k -> layer.dxs().get(k).isPresent()).boxed().toList();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<MethodParameter> parameters = new ArrayList<>();
        all().filter(this::isFactor)
                .forEach(k -> parameters.add(
                        MethodParameter.array(x(k), layer.xs().get(k).training())));
        parameters.add(MethodParameter.array("da", layer.gradient()));
        wanted.forEach(k -> parameters.add(
                MethodParameter.array("d" + x(k), layer.dxs().get(k).orElseThrow())));
        parameters.add(MethodParameter.n());
        List<String> gradients =
                wanted.stream().map(k -> "d" + x(k) + " = " + gradient(k)).toList();
        String comment = "1. a = " + formula() + "  so " + Words.and(gradients);
        Body body = new Body();
        if (layer.kind() == Kind.CONCAT) {
            body.loop("r", rows()).step(comment);
            for (int k : wanted) {
                body.line(copy("da", row(width(), at(k)), "d" + x(k), row(layer.width(k), 0), layer.width(k)));
            }
        } else {
            body.loop("k", count).step(comment);
            for (int k : wanted) {
                List<String> factors = new ArrayList<>(List.of("da[k]"));
                if (layer.kind() == Kind.MULTIPLY) {
                    others(k).forEach(other -> factors.add(x(other) + "[k]"));
                }
                body.line("d" + x(k) + "[k] = ", Code.join("*", factors));
            }
        }
        String to = Words.and(wanted.stream().map(k -> "d" + x(k)).toList());
        return Optional.of(GeneratedMethod.ofLayer(
                layer.head(),
                "backward",
                List.of(Doc.backward(layer.head()) + ": from da to " + to + "."),
                parameters,
                body.end().build()));
    }

    private String formula() {
        return MergeFormulas.join(layer.kind(), all().mapToObj(MergeEmitter::x).toList());
    }

    /** The gradient with respect to input k. */
    private String gradient(int k) {
        return MergeFormulas.gradient(
                layer.kind(), others(k).mapToObj(MergeEmitter::x).toList());
    }

    /** Whether the gradient in another input is a product with input k. */
    private boolean isFactor(int k) {
        return layer.backwardReads(Value.X)
                && others(k).anyMatch(other -> layer.dxs().get(other).isPresent());
    }

    private IntStream all() {
        return IntStream.range(0, layer.xs().size());
    }

    private IntStream others(int k) {
        return all().filter(other -> other != k);
    }

    private static String x(int k) {
        return "x" + (k + 1);
    }

    /** The numbers of an innermost row of the output. */
    private int width() {
        return all().map(layer::width).sum();
    }

    /** Where input k begins in such a row. */
    private int at(int k) {
        return IntStream.range(0, k).map(layer::width).sum();
    }

    /** The innermost rows of all samples. */
    private String rows() {
        return Index.count(size / width());
    }

    private static String row(int width, int at) {
        return (width == 1 ? "r" : width + " * r") + (at == 0 ? "" : " + " + at);
    }

    private static CodeBlock copy(String from, String fromAt, String to, String toAt, int length) {
        return Code.of(
                RuntimeTypes.SYSTEM,
                ".arraycopy(" + from + ", " + fromAt + ", " + to + ", " + toAt + ", " + length + ")");
    }
}
