package dev.longhand.processor.layer.embedding;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.Style;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.GeneratedConstant;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.KeptValues;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints a table of embeddings. */
final class EmbeddingEmitter implements LayerEmitter {

    private final EmbeddingPlan layer;
    private final boolean kernels;
    private final String table;
    private final String weights;
    private final String count;

    EmbeddingEmitter(EmbeddingPlan layer) {
        this.layer = layer;
        kernels = layer.head().style() == Style.KERNELS;
        table = layer.head().descriptor();
        weights = layer.table().constant();
        count = Index.count(layer.time());
    }

    // /** letters: numbers of a sample, rows and columns of T; where T begins. */
    // private static final EmbeddingTable LETTERS = EmbeddingTable.of("letters", 16, 27, 8)
    //         .weights(P_LETTERS_T);
    @Override
    public List<GeneratedConstant> constants() {
        String doc = layer.head().name() + ": numbers of a sample, rows and columns of T"
                + (kernels ? "; where T begins." : ".");
        CodeBlock value = CodeBlock.of(
                "$T.of($Z$S, $L, $L, $L)$L",
                RuntimeTypes.EMBEDDING_TABLE,
                layer.head().name(),
                layer.time(),
                layer.vocabulary(),
                layer.dimensions(),
                kernels ? CodeBlock.of("$Z.weights($L)", weights) : "");
        return List.of(new GeneratedConstant(RuntimeTypes.EMBEDDING_TABLE, table, doc, value));
    }

    // for (int k = 0; k < 8 * n; k++) {
    //     // 1. a = row x of T
    //     final int row = TONES.row(x, k);
    //     for (int j = 0; j < 3; j++) {
    //         a[3 * k + j] = p[P_TONES_T + 3 * row + j];
    //     }
    // }
    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        List<MethodParameter> parameters = kernels();
        parameters.add(MethodParameter.p());
        parameters.add(MethodParameter.array("x", layer.x().in(mode)));
        parameters.add(MethodParameter.array("a", layer.a()));
        parameters.add(MethodParameter.n());
        Body body = new Body();
        if (kernels) {
            body.step(EmbeddingFormulas.STEP);
            body.line(Code.call("embeddings.forward", table, "x", "p", "a", count));
        } else {
            row(body, EmbeddingFormulas.STEP);
            body.line(element("a", "k") + " = " + parameter("p")).end().end();
        }
        return Optional.of(GeneratedMethod.ofLayer(
                layer.head(), "forward", List.of(Doc.forward(layer.head())), parameters, body.build()));
    }

    // // dT, 36 numbers, are sums over the samples and their steps: they start from 0
    // Arrays.fill(g, P_TONES_T, P_TONES_T + 36, 0);
    // for (int k = 0; k < 8 * n; k++) {
    //     // 1. a = row x of T  so da is added to row x of dT
    //     final int row = TONES.row(x, k);
    //     for (int j = 0; j < 3; j++) {
    //         g[P_TONES_T + 3 * row + j] += da[3 * k + j];
    //     }
    // }
    @Override
    public Optional<GeneratedMethod> backward() {
        List<MethodParameter> parameters = kernels();
        parameters.addAll(KeptValues.of(layer));
        parameters.add(MethodParameter.array("da", layer.gradient()));
        parameters.add(MethodParameter.g());
        parameters.add(MethodParameter.n());
        Body body = new Body();
        String comment = EmbeddingFormulas.STEP + "  so da is added to row x of dT";
        if (kernels) {
            body.step(comment + ", each row from 0");
            body.line(Code.call("embeddings.gradient", table, "x", "da", "g", count));
        } else {
            int size = layer.vocabulary() * layer.dimensions();
            body.comment("dT, " + size + " numbers, are sums over the samples and their steps: they start from 0");
            body.line(RuntimeTypes.ARRAYS, ".fill(g, " + weights + ", " + weights + " + " + size + ", 0)");
            row(body, comment);
            body.line(parameter("g") + " += " + element("da", "k")).end().end();
        }
        return Optional.of(GeneratedMethod.ofLayer(
                layer.head(),
                "backward",
                List.of(
                        Doc.backward(layer.head()) + ": from da to dT.",
                        "There is no dx: x is the data, whole numbers that choose rows."),
                parameters,
                body.build()));
    }

    private void row(Body body, String comment) {
        body.loop("k", count).step(comment);
        body.line("final int row = " + table + ".row(x, k)");
        body.loop("j", String.valueOf(layer.dimensions()));
    }

    private String element(String array, String row) {
        return array + "[" + Index.times(layer.dimensions(), row) + " + j]";
    }

    private String parameter(String array) {
        return array + "[" + weights + " + " + Index.times(layer.dimensions(), "row") + " + j]";
    }

    private List<MethodParameter> kernels() {
        return kernels ? new ArrayList<>(List.of(MethodParameter.embeddings())) : new ArrayList<>();
    }
}
