package dev.longhand.processor.layer.convolution;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.Index.Term;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.emit.WindowLoops;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.formula.Words;
import java.util.List;

/** A convolution as nested loops over constants. */
final class LoopsConvolution implements LayerBodies {

    private final ConvolutionPlan layer;
    private final ActivationFormula function;
    private final int filters;
    private final int channels;

    LoopsConvolution(ConvolutionPlan layer) {
        this.layer = layer;
        function = layer.function();
        filters = layer.filters();
        channels = layer.image().last() / layer.groups();
    }

    // for (int s = 0; s < n; s++) {
    //     for (int row = 0; row < 8; row++) {
    //         for (int column = 0; column < 8; column++) {
    //             for (int f = 0; f < 4; f++) {
    //                 final int out = 256 * s + 32 * row + 4 * column + f;
    //                 // 1. z = x ∗ W + b
    //                 //    z[row][column][f] = b[f] +
    //                 //    Σ x[row + i − 1][column + j − 1][c]·W[i][j][c][f], over i, j and c; x
    //                 //    outside the image is 0
    //                 float zf = p[P_EDGES_B + f];
    //                 for (int i = 0; i < 3; i++) {
    //                     for (int j = 0; j < 3; j++) {
    //                         final int inRow = row + i - 1;
    //                         final int inColumn = column + j - 1;
    //                         if (inRow >= 0 && inRow < 8 && inColumn >= 0 && inColumn < 8) {
    //                             final int in = 64 * s + 8 * inRow + inColumn;
    //                             final int w = P_EDGES_W + 12 * i + 4 * j + f;
    //                             zf += x[in] * p[w];
    //                 …
    //                 // 2. a = max(0, z)
    //                 a[out] = Math.max(0, zf);
    @Override
    public CodeBlock forward() {
        Body body = new Body();
        WindowLoops loops = new WindowLoops(body, layer.window(), layer.image());
        loops.beginPixels("f", filters);
        loops.declareOut("f", filters);
        boolean identity = layer.function().isIdentity();
        String sum = identity ? "af" : "zf";
        body.step("1. " + ConvolutionFormulas.affine(layer));
        body.step("   " + ConvolutionFormulas.indexed(layer));
        body.line("float " + sum + " = ", layer.hasBias() ? Code.of("p[", bias(), "]") : "0");
        beginTaps(body, loops);
        body.line(sum + " += x[in] * p[w]");
        endTaps(body, loops);
        if (identity) {
            body.line("a[out] = " + sum);
        } else {
            if (layer.z().isPresent()) {
                body.line("z[out] = " + sum);
            }
            body.step("2. " + function.forwardComment());
            body.line("a[out] = ", Expressions.forward(function, sum));
        }
        loops.endPixels(filters);
        return body.build();
    }

    // // dW and db, 296 numbers, are sums over the samples and pixels: they start from 0
    // Arrays.fill(g, P_CORNERS_W, P_CORNERS_W + 296, 0);
    // Arrays.fill(dx, 0, 64 * n, 0);
    // for (int s = 0; s < n; s++) {
    //     for (int row = 0; row < 2; row++) {
    //         for (int column = 0; column < 2; column++) {
    //             for (int f = 0; f < 8; f++) {
    //                 final int out = 32 * s + 16 * row + 8 * column + f;
    //                 // 2. a = max(0, z)  so dz = da where a > 0, else 0
    //                 final float dzf = a[out] <= 0 ? 0 : da[out];
    //                 // 1. z = x ∗ W + b  so db[f] = Σ dz[row][column][f],
    //                 //    dW[i][j][c][f] = Σ x[row + i][column + j][c]·dz[row][column][f], both
    //                 //    over row, column and all samples, and
    //                 //    dx[row + i][column + j][c] += W[i][j][c][f]·dz[row][column][f]
    //                 g[P_CORNERS_B + f] += dzf;
    //                             …
    //                             g[w] += x[in] * dzf;
    //                             dx[in] += dzf * p[w];
    @Override
    public CodeBlock backward() {
        Body body = new Body();
        String weights = layer.weights();
        int count = layer.head().parameterCount();
        boolean givesInput = layer.dx().isPresent();
        body.comment((layer.hasBias() ? "dW and db, " : "dW, ") + count + " numbers, are sums over the samples and "
                + layer.window().position() + "s: they start from 0");
        body.line(RuntimeTypes.ARRAYS, ".fill(g, " + weights + ", " + weights + " + " + count + ", 0)");
        if (givesInput) {
            body.line(
                    RuntimeTypes.ARRAYS,
                    ".fill(dx, 0, " + Index.count(layer.image().size()) + ", 0)");
        }
        WindowLoops loops = new WindowLoops(body, layer.window(), layer.image());
        loops.beginPixels("f", filters);
        loops.declareOut("f", filters);
        gradientOfSum(body, givesInput);
        if (layer.hasBias()) {
            body.line("g[", bias(), "] += dzf");
        }
        beginTaps(body, loops);
        body.line("g[w] += x[in] * dzf");
        if (givesInput) {
            body.line("dx[in] += dzf * p[w]");
        }
        endTaps(body, loops);
        loops.endPixels(filters);
        return body.build();
    }

    private void gradientOfSum(Body body, boolean givesInput) {
        String affine = "1. " + ConvolutionFormulas.affine(layer);
        String gradients = "so "
                + (layer.hasBias()
                        ? ConvolutionFormulas.biasGradient(layer) + (givesInput ? "," : " and")
                        : weightGradient(givesInput));
        if (!layer.activation().isDifferentiated()) {
            body.line("final float dzf = dz[out]");
            body.step(affine + "  " + gradients);
            indexedGradients(body, givesInput);
            return;
        }
        List<String> steps = Words.columns(
                List.of("2. " + function.forwardComment(), affine),
                List.of("so " + function.gradientFormula(), gradients));
        body.step(steps.get(0));
        if (layer.backwardReads(Value.Z)) {
            body.line("final float zf = z[out]");
        }
        body.line("final float dzf = ", Expressions.gradient(function, "zf", "a[out]", "da[out]"));
        body.step(steps.get(1));
        indexedGradients(body, givesInput);
    }

    private String weightGradient(boolean givesInput) {
        return ConvolutionFormulas.weightGradient(layer) + (givesInput ? ", and" : "");
    }

    private void indexedGradients(Body body, boolean givesInput) {
        if (layer.hasBias()) {
            body.step("   " + weightGradient(givesInput));
        }
        if (givesInput) {
            body.step("   " + ConvolutionFormulas.inputGradient(layer) + " += "
                    + ConvolutionFormulas.inputGradientTerm(layer));
        }
    }

    private void beginTaps(Body body, WindowLoops loops) {
        loops.beginWindow();
        if (channels > 1) {
            body.loop("c", String.valueOf(channels));
        }
        loops.declareIn(channel());
        body.line("final int w = ", weight());
    }

    private void endTaps(Body body, WindowLoops loops) {
        if (channels > 1) {
            body.end();
        }
        loops.endWindow();
    }

    /** The channel that is read: in groups, one of the filter's own group. */
    private String channel() {
        if (layer.groups() == 1) {
            return "c";
        }
        int group = filters / layer.groups();
        String first = group == 1
                ? Index.times(channels, "f")
                : channels == 1 ? "f / " + group : "f / " + group + " * " + channels;
        return channels > 1 ? first + " + c" : first;
    }

    private CodeBlock weight() {
        int width = layer.window().width();
        return Index.sum(
                Term.of(layer.weights()),
                Term.where(layer.window().height() > 1, width * channels * filters, "i"),
                Term.where(width > 1, channels * filters, "j"),
                Term.where(channels > 1, filters, "c"),
                Term.where(filters > 1, 1, "f"));
    }

    private CodeBlock bias() {
        return Index.sum(Term.of(layer.bias().orElseThrow()), Term.where(filters > 1, 1, "f"));
    }
}
