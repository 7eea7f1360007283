package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.processor.flow.LossFusion;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.plan.LossPlan;
import java.util.ArrayList;
import java.util.List;

/** Prints the loss with its gradient. */
final class LossEmitter {

    private final LossPlan plan;

    /** Whether it's the loss of one of several outputs. */
    private final boolean isOfSeveral;

    private final int m;
    private final String count;
    private final boolean needsZ;
    /** Counts the outputs of all samples: s where a sample has one. */
    private final String k;

    LossEmitter(LossPlan plan, boolean isOfSeveral) {
        this.plan = plan;
        this.isOfSeveral = isOfSeveral;
        m = plan.rows().size();
        count = Index.count(m);
        k = m == 1 ? "s" : "k";
        needsZ = plan.fusion().readsZ();
    }

    // /** Loss: mean squared error, E = (a − t)², mean over the batch; da = 2·(a − t)/n. */
    // private static float loss(float[] a, float[] t, float[] da, int n) {
    GeneratedMethod emit() {
        Body body = new Body();
        if (plan.style() == Style.KERNELS) {
            call(body);
        } else {
            switch (plan.fusion()) {
                case NONE -> plain(body);
                case SIGMOID -> sigmoid(body);
                case SOFTMAX -> softmax(body);
                case LOG_SOFTMAX -> logSoftmax(body);
            }
        }
        String name = isOfSeveral ? "loss" + plan.names().suffix() : "loss";
        return new GeneratedMethod(doc(), TypeName.FLOAT, name, parameters(), body.build());
    }

    private List<MethodParameter> parameters() {
        List<MethodParameter> parameters = new ArrayList<>();
        if (needsZ) {
            parameters.add(MethodParameter.array("z", plan.arrays().z()));
        }
        parameters.add(MethodParameter.array("a", plan.arrays().a()));
        parameters.add(MethodParameter.array(
                "t", isOfSeveral ? "ws.targets(" + plan.names().constant() + ")" : "ws.targets()"));
        parameters.add(MethodParameter.array(gradient(), plan.arrays().gradient()));
        parameters.add(MethodParameter.n(plan.rows().count()));
        return parameters;
    }

    private List<String> doc() {
        String sum = m == 1 ? "" : "Σ ";
        String mean = m == 1 ? "" : "1/" + m + " ";
        String t = plan.labelSmoothing() > 0 ? "t′" : "t";
        String loss = isOfSeveral ? "Loss of " + plan.names().name() + ": " : "Loss: ";
        List<String> doc = new ArrayList<>();
        switch (plan.fusion()) {
            case NONE -> {
                switch (plan.loss()) {
                    case HALF_SQUARED_ERROR ->
                        doc.add(loss + "half squared error, E = ½ " + sum + "(a − t)², mean over the batch; "
                                + "da = (a − t)/n.");
                    case MEAN_SQUARED_ERROR ->
                        doc.add(loss + "mean squared error, E = " + mean + sum + "(a − t)², mean over the batch; "
                                + "da = 2·(a − t)/" + samples() + ".");
                    case MEAN_ABSOLUTE_ERROR ->
                        doc.add(loss + "mean absolute error, E = " + mean + sum + "|a − t|, mean over the batch; "
                                + "da = sign(a − t)/" + samples() + ".");
                    case HUBER -> {
                        String delta = Literals.plain(plan.delta());
                        doc.add(loss + "Huber's, E = " + mean + sum
                                + "h(a − t), mean over the batch, where h(d) = ½·d²");
                        doc.add("up to |d| = " + delta + " and goes on as a straight line; da = h′(a − t)/" + samples()
                                + ".");
                    }
                    case CROSS_ENTROPY, LOG_LIKELIHOOD, BINARY_CROSS_ENTROPY -> throw neverPlain();
                }
            }
            case SIGMOID -> {
                doc.add(loss + "binary cross-entropy, E = −" + mean + sum
                        + "(t·ln a + (1 − t)·ln(1 − a)), mean over the " + "batch.");
                doc.add("σ and E are differentiated together: dz = " + scaled("(a − t)") + "/" + samples()
                        + ", with no division by a·(1 − a).");
            }
            case SOFTMAX, LOG_SOFTMAX -> {
                boolean bits = plan.loss() == Loss.LOG_LIKELIHOOD;
                String log = plan.fusion() == LossFusion.LOG_SOFTMAX ? "a" : bits ? "log₂ a" : "ln a";
                String p = plan.fusion() == LossFusion.LOG_SOFTMAX ? "e^a" : "a";
                String name = plan.fusion() == LossFusion.LOG_SOFTMAX ? "Ln softmax" : "Softmax";
                doc.add(loss + (bits ? "log-likelihood" : "cross-entropy") + ", E = −Σ " + t + "·" + log
                        + ", mean over the batch.");
                if (plan.labelSmoothing() > 0) {
                    String epsilon = Literals.plain(plan.labelSmoothing());
                    doc.add("Label smoothing: t′ = (1 − " + epsilon + ")·t + " + epsilon + "/" + m + ".");
                }
                doc.add(name + " and E are differentiated together: dz = (" + p + "·Σ" + t + " − " + t + ")/"
                        + (bits ? "(n·ln 2)" : "n") + "; Σ" + t + " = 1 if the targets are probabilities.");
                if (plan.rows().count() > 1) {
                    doc.add(Doc.STEPS);
                }
            }
        }
        return doc;
    }

    // return Losses.crossEntropy(z, a, t, dz, n, 10, 0);
    private void call(Body body) {
        String arrays = (needsZ ? "z, " : "") + "a, t, " + gradient();
        body.line("return ", RuntimeTypes.LOSSES, ".", call(Code.of(arrays), "n", m));
    }

    // return ws.weightedLoss(1, n).crossEntropy(ws.buffer(BUFFER_OUTPUT_Z),
    //         ws.activation(LAYER_OUTPUT), ws.targets(), ws.gradient(LAYER_OUTPUT), n, 10, 0);
    CodeBlock weightedCall() {
        List<MethodParameter> arrays = parameters();
        CodeBlock arguments = Code.list(arrays.subList(0, arrays.size() - 1).stream()
                .map(MethodParameter::argument)
                .toList());
        int rows = plan.rows().weighted();
        return Code.of("ws.weightedLoss(" + rows + ", n).", call(arguments, Index.count(rows), plan.outputs() / rows));
    }

    /** A call of the runtime's loss of so many rows of {@code size} outputs each. */
    private CodeBlock call(CodeBlock arrays, String rows, int size) {
        CodeBlock all = Code.of(arrays, ",", Code.BREAK, rows + ", " + size);
        String name = switch (plan.loss()) {
            case HALF_SQUARED_ERROR -> "halfSquaredError";
            case MEAN_SQUARED_ERROR -> "meanSquaredError";
            case MEAN_ABSOLUTE_ERROR -> "meanAbsoluteError";
            case HUBER -> "huber";
            case BINARY_CROSS_ENTROPY -> "binaryCrossEntropy";
            case CROSS_ENTROPY -> plan.fusion() == LossFusion.LOG_SOFTMAX ? "crossEntropyOfLogarithms" : "crossEntropy";
            case LOG_LIKELIHOOD -> "logLikelihood";
        };
        String setting = switch (plan.loss()) {
            case HUBER -> ", " + Literals.of(plan.delta());
            case BINARY_CROSS_ENTROPY -> ", " + Literals.of(plan.slope());
            case CROSS_ENTROPY -> ", " + Literals.of(plan.labelSmoothing());
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, LOG_LIKELIHOOD -> "";
        };
        return Code.of(name + "(", all, setting + ")");
    }

    // double e = 0;
    // for (int k = 0; k < 8 * n; k++) {
    //     final float d = a[k] - t[k];
    //     e += d * d;
    //     da[k] = 2 * d / (8 * n);
    // }
    // return (float) (e / (8 * n));
    private void plain(Body body) {
        String delta = Literals.of(plan.delta());
        String all = m == 1 ? "n" : "(" + count + ")";
        body.line("double e = 0").loop(k, count).line("final float d = " + at("a") + " - " + at("t"));
        switch (plan.loss()) {
            case HALF_SQUARED_ERROR ->
                body.line("e += d * d").line(at("da") + " = d / n").end().line("return (float) (0.5 * e / n)");
            case MEAN_SQUARED_ERROR ->
                body.line("e += d * d")
                        .line(at("da") + " = 2 * d / " + all)
                        .end()
                        .line("return (float) (e / " + all + ")");
            case MEAN_ABSOLUTE_ERROR ->
                body.line("e += ", RuntimeTypes.MATH, ".abs(d)")
                        .line(at("da") + " = ", RuntimeTypes.MATH, ".signum(d) / " + all)
                        .end()
                        .line("return (float) (e / " + all + ")");
            case HUBER ->
                body.line(
                                "final float bounded = ",
                                RuntimeTypes.MATH,
                                ".min(" + delta + ", ",
                                RuntimeTypes.MATH,
                                ".max(-" + delta + ", d))")
                        .line("e += bounded * (d - 0.5f * bounded)")
                        .line(at("da") + " = bounded / " + all)
                        .end()
                        .line("return (float) (e / " + all + ")");
            case CROSS_ENTROPY, LOG_LIKELIHOOD, BINARY_CROSS_ENTROPY -> throw neverPlain();
        }
    }

    private AssertionError neverPlain() {
        return new AssertionError(plan.loss() + " is differentiated together with its activation");
    }

    // // −ln a = ln(1 + e^−z) and −ln(1 − a) = ln(1 + e^z), accurate where a rounds to 0 or 1
    // // Where its factor is 0 a term is 0, even if the logarithm is infinite.
    // if (t[s] != 0) {
    //     e += t[s] * Functions.softplus(-z[s]);
    // }
    // if (t[s] != 1) {
    //     e += (1 - t[s]) * Functions.softplus(z[s]);
    // }
    // dz[s] = (a[s] - t[s]) / n;
    private void sigmoid(Body body) {
        String all = m == 1 ? "n" : "(" + count + ")";
        boolean unit = plan.slope() == 1;
        String slope = Literals.of(plan.slope());
        String z = unit ? at("z") : "sz";
        body.line("double e = 0").loop(k, count);
        if (!unit) {
            body.line("final float sz = " + slope + " * " + at("z"));
        }
        String sz = unit ? "z" : "sz";
        body.comment("−ln a = ln(1 + e^−" + sz + ") and −ln(1 − a) = ln(1 + e^" + sz
                + "), accurate where a rounds to 0 or 1");
        body.comment("Where its factor is 0 a term is 0, even if the logarithm is infinite.");
        body.begin("if (" + at("t") + " != 0)")
                .line("e += " + at("t") + " * ", RuntimeTypes.FUNCTIONS, ".softplus(-" + z + ")")
                .end();
        body.begin("if (" + at("t") + " != 1)")
                .line("e += (1 - " + at("t") + ") * ", RuntimeTypes.FUNCTIONS, ".softplus(" + z + ")")
                .end();
        body.line(at("dz") + " = " + (unit ? "" : slope + " * ") + "(" + at("a") + " - " + at("t") + ") / " + all);
        body.end().line("return (float) (e / " + all + ")");
    }

    //     float max = z[3 * s];
    //     …
    //     final float log = Functions.log(sum);
    //     float total = 0;
    //     for (int j = 0; j < 3; j++) {
    //         final float tj = t[3 * s + j];
    //         // Where t = 0 the term is 0, even if ln a = −∞.
    //         if (tj != 0) {
    //             e -= tj * (z[3 * s + j] - max - log);
    //         }
    //         total += tj;
    //     }
    //     for (int j = 0; j < 3; j++) {
    //         final float tj = t[3 * s + j];
    //         dz[3 * s + j] = (a[3 * s + j] * total - tj) / n;
    //     }
    // }
    // return (float) (e / n);
    private void softmax(Body body) {
        String zj = Index.of("z", m, "j");
        body.line("double e = 0").loop("s", "n");
        body.comment("ln a = (z − max) − ln Σ e^(z − max): accurate even where a rounds to 0");
        Rowwise.maximum(body, "z", m);
        body.line(Rowwise.sumType(m) + " sum = 0");
        body.loop("j", String.valueOf(m))
                .line("sum += ", RuntimeTypes.FUNCTIONS, ".exp(" + zj + " - max)")
                .end();
        body.line("final float log = ", RuntimeTypes.FUNCTIONS, ".log(" + Rowwise.asFloat("sum", m) + ")");
        finish(body, "(" + zj + " - max - log)", Code.of(Index.of("a", m, "j")));
    }

    //     float total = 0;
    //     for (int j = 0; j < 2; j++) {
    //         final float tj = t[2 * s + j];
    //         // Where t = 0 the term is 0, even if ln a = −∞.
    //         if (tj != 0) {
    //             e -= tj * a[2 * s + j];
    //         }
    //         total += tj;
    //     }
    //     for (int j = 0; j < 2; j++) {
    //         final float tj = t[2 * s + j];
    //         dz[2 * s + j] = (Functions.exp(a[2 * s + j]) * total - tj) / n;
    //     }
    // }
    // return (float) (e / n);
    private void logSoftmax(Body body) {
        body.line("double e = 0").loop("s", "n");
        finish(body, Index.of("a", m, "j"), Code.of(RuntimeTypes.FUNCTIONS, ".exp(" + Index.of("a", m, "j") + ")"));
    }

    private void finish(Body body, String log, CodeBlock p) {
        boolean bits = plan.loss() == Loss.LOG_LIKELIHOOD;
        String n = bits ? "(n * 0.6931472f)" : "n";
        String t = Index.of("t", m, "j");
        if (plan.labelSmoothing() > 0) {
            t = Literals.of(1 - plan.labelSmoothing()) + " * " + t + " + " + Literals.of(plan.labelSmoothing()) + " / "
                    + m;
        }
        body.line(Rowwise.sumType(m) + " total = 0").loop("j", String.valueOf(m));
        body.line("final float tj = " + t);
        if (plan.labelSmoothing() > 0) {
            body.line("e -= tj * " + log);
        } else {
            body.comment("Where t = 0 the term is 0, even if ln a = −∞.");
            body.begin("if (tj != 0)").line("e -= tj * " + log).end();
        }
        body.line("total += tj").end();
        body.loop("j", String.valueOf(m));
        body.line("final float tj = " + t);
        body.line(Index.of("dz", m, "j") + " = (", p, " * " + Rowwise.asFloat("total", m) + " - tj) / " + n);
        body.end().end().line("return (float) (e / " + n + ")");
    }

    private String at(String array) {
        return array + "[" + k + "]";
    }

    private String gradient() {
        return plan.fusion() == LossFusion.NONE ? "da" : "dz";
    }

    private String samples() {
        return m == 1 ? "n" : "(" + m + "·n)";
    }

    private String scaled(String text) {
        return plan.slope() == 1 ? text : Literals.plain(plan.slope()) + "·" + text;
    }
}
