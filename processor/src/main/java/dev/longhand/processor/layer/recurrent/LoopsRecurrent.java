package dev.longhand.processor.layer.recurrent;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.emit.RuntimeTypes;

/** A recurrent layer as nested loops over constants: what the three kinds have in common. */
abstract class LoopsRecurrent implements LayerBodies {

    final RecurrentPlan layer;
    final int time;
    final int in;
    final int units;
    final int width;

    LoopsRecurrent(RecurrentPlan layer) {
        this.layer = layer;
        time = layer.time();
        in = layer.in();
        units = layer.units();
        width = layer.width();
    }

    // for (int s = 0; s < n; s++) {
    //     // h' is 0 before the first step
    //     Arrays.fill(previous, 48 * s, 48 * s + 4, 0);
    //     for (int t = 0; t < 12; t++) {
    //         final int step = 12 * s + t;
    //         // 1. z = x·W + h'·U + b, with the columns of zi, zf, zg and zo side by side
    @Override
    public final CodeBlock forward() {
        Body body = new Body();
        body.loop("s", "n");
        String first = Index.times(time * units, "s");
        if (layer.isMasked()) {
            steps(body);
            if (layer.returnSequences()) {
                body.comment("a is 0 at masked steps");
                body.line(RuntimeTypes.ARRAYS, ".fill(a, " + first + ", " + first + " + " + time * units + ", 0)");
            }
            first += " + " + Index.times(units, "first");
        }
        body.comment("h' is 0 before the first step");
        body.line(RuntimeTypes.ARRAYS, ".fill(previous, " + first + ", " + first + " + " + units + ", 0)");
        if (layer.isMasked()) {
            body.begin("for (int t = first; t <= last; t++)");
        } else {
            body.loop("t", String.valueOf(time));
        }
        body.line("final int step = " + step());
        forwardStep(body);
        return body.end().end().build();
    }

    // // The steps of this sequence; the others are masked
    // final int first = steps.first(s);
    // final int last = steps.last(s);
    private static void steps(Body body) {
        body.comment("The steps of this sequence; the others are masked")
                .line("final int first = steps.first(s)")
                .line("final int last = steps.last(s)");
    }

    /** The first step of a sequence. */
    final String firstStep() {
        return layer.isMasked() ? "first" : "0";
    }

    /** The last step of a sequence. */
    final String lastStep() {
        return layer.isMasked() ? "last" : String.valueOf(time - 1);
    }

    /** Step t of sample s, whose index among all steps is {@code step}. */
    abstract void forwardStep(Body body);

    // // dW, dU and db, 96 numbers, are sums over the samples and their steps: they start from 0
    // Arrays.fill(g, P_READER_W, P_READER_W + 96, 0);
    // for (int s = 0; s < n; s++) {
    //     for (int t = 11; t >= 0; t--) {
    //         final int step = 12 * s + t;
    //         …
    //         // 1. z = x·W + h'·U + b  so dW = xᵀ·dz, dU = h'ᵀ·dz and db = Σ dz
    @Override
    public final CodeBlock backward() {
        Body body = new Body();
        int count = layer.head().parameterCount();
        String names = !layer.hasBias() ? "dW and dU, " : layer.isGru() ? "dW, dU, db and dc, " : "dW, dU and db, ";
        body.comment(names + count + " numbers, are sums over the samples and their steps: they start from 0");
        body.line(RuntimeTypes.ARRAYS, ".fill(g, " + weights() + ", " + weights() + " + " + count + ", 0)");
        if (layer.dx().isPresent()) {
            body.line(RuntimeTypes.ARRAYS, ".fill(dx, 0, " + Index.count(time * in) + ", 0)");
        }
        body.loop("s", "n");
        if (layer.isMasked()) {
            steps(body);
        }
        body.begin("for (int t = " + lastStep() + "; t >= " + firstStep() + "; t--)");
        body.line("final int step = " + step());
        backwardStep(body);
        return body.end().end().build();
    }

    /** The backward pass of step t of sample s. */
    abstract void backwardStep(Body body);

    /** Adds x·W, of this step, to {@code sum}; the column is {@code column}. */
    final void addInputs(Body body, String sum, String column) {
        body.loop("i", String.valueOf(in))
                .line(sum + " += " + at("x", in, "step", 0, "i") + " * " + weight("p", weights(), column))
                .end();
    }

    /** Adds h'·U to {@code sum}. */
    final void addStates(Body body, String sum, String column) {
        body.loop("i", String.valueOf(units))
                .line(sum + " += " + at("previous", units, "step", 0, "i") + " * " + weight("p", recurrent(), column))
                .end();
    }

    // if (t < 11) {
    //     previous[4 * (step + 1) + j] = hj;
    // }
    // a[4 * s + j] = hj;
    final void storeState(Body body) {
        if (time > 1) {
            body.begin("if (t < " + lastStep() + ")")
                    .line(at("previous", units, "(step + 1)", 0, "j") + " = hj")
                    .end();
        }
        body.line(at("a", units, layer.returnSequences() ? "step" : "s", 0, "j") + " = hj");
    }

    // // dh = da at the last step, before that dz·Uᵀ of the step after
    // float dhj = t == 11 ? da[4 * s + j] : 0;
    // if (t < 11) {
    //     for (int k = 0; k < 16; k++) {
    //         dhj += dz[16 * (step + 1) + k] * p[P_READER_U + 16 * j + k];
    //     }
    // }
    final void gradientOfState(Body body) {
        boolean gru = layer.isGru();
        body.comment(RecurrentFormulas.incoming(layer));
        body.line("float dhj = "
                + (layer.returnSequences()
                        ? at("da", units, "step", 0, "j")
                        : time == 1
                                ? at("da", units, "s", 0, "j")
                                : "t == " + lastStep() + " ? " + at("da", units, "s", 0, "j") + " : 0"));
        if (time == 1) {
            return;
        }
        body.begin("if (t < " + lastStep() + ")");
        if (gru) {
            body.line("dhj += " + at("dhNext", units, "s", 0, "j"));
        }
        body.loop("k", String.valueOf(width))
                .line("dhj += " + at(gru ? "dv" : "dz", width, "(step + 1)", 0, "k") + " * p[" + recurrent() + " + "
                        + Index.times(width, "j") + " + k]")
                .end()
                .end();
    }

    // // 1. z = x·W + h'·U + b  so dW = xᵀ·dz, dU = h'ᵀ·dz, db = Σ dz and dx = dz·Wᵀ
    // for (int k = 0; k < 5; k++) {
    //     final float dzk = dz[5 * step + k];
    //     g[P_MOTIF_B + k] += dzk;
    //     for (int i = 0; i < 3; i++) {
    //         g[P_MOTIF_W + 5 * i + k] += x[3 * step + i] * dzk;
    //         dx[3 * step + i] += dzk * p[P_MOTIF_W + 5 * i + k];
    //     }
    //     for (int i = 0; i < 5; i++) {
    //         g[P_MOTIF_U + 5 * i + k] += previous[5 * step + i] * dzk;
    //     }
    // }
    final void gradientsOfSums(Body body) {
        boolean gru = layer.isGru();
        body.loop("k", String.valueOf(width));
        body.line("final float dzk = " + at("dz", width, "step", 0, "k"));
        if (gru) {
            body.line("final float dvk = " + at("dv", width, "step", 0, "k"));
        }
        if (layer.hasBias()) {
            body.line("g[" + bias() + " + k] += dzk");
            if (gru) {
                body.line("g[" + recurrentBias() + " + k] += dvk");
            }
        }
        body.loop("i", String.valueOf(in));
        body.line(weight("g", weights(), "k") + " += " + at("x", in, "step", 0, "i") + " * dzk");
        if (layer.dx().isPresent()) {
            body.line(at("dx", in, "step", 0, "i") + " += dzk * " + weight("p", weights(), "k"));
        }
        body.end().loop("i", String.valueOf(units));
        body.line(weight("g", recurrent(), "k") + " += " + at("previous", units, "step", 0, "i") + " * "
                + (gru ? "dvk" : "dzk"));
        body.end().end();
    }

    private String step() {
        return time == 1 ? "s + t" : time + " * s + t";
    }

    /** Element {@code offset + variable} of row {@code row}: {@code gates[64 * step + 16 + j]}. */
    static String at(String array, int size, String row, int offset, String variable) {
        return array + "[" + Index.times(size, row) + " + " + (offset == 0 ? "" : offset + " + ") + variable + "]";
    }

    /** The weight from input, or state, i to a column: {@code p[P_READER_W + 64 * i + k]}. */
    private String weight(String array, String constant, String column) {
        return array + "[" + constant + " + " + Index.times(width, "i") + " + " + column + "]";
    }

    final String weights() {
        return layer.parameters().weights().constant();
    }

    final String recurrent() {
        return layer.parameters().recurrentWeights().constant();
    }

    final String bias() {
        return layer.parameters().bias().orElseThrow().constant();
    }

    final String recurrentBias() {
        return layer.parameters().recurrentBias().orElseThrow().constant();
    }
}
