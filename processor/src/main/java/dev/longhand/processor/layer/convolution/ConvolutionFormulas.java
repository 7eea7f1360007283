package dev.longhand.processor.layer.convolution;

import dev.longhand.processor.check.Window;
import dev.longhand.processor.check.Window.Axis;
import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Words;

/** What a convolution and its gradients are, in words. */
final class ConvolutionFormulas {

    private static final String PLUS = Words.NO_BREAK + "+" + Words.NO_BREAK;
    private static final String MINUS = Words.NO_BREAK + "−" + Words.NO_BREAK;

    private ConvolutionFormulas() {}

    /** What flow asks of the derivative. */
    static LayerDerivative derivative(ResolvedFilters layer) {
        return LayerDerivative.affine(layer.activation());
    }

    /** The layer: {@code a = relu(x ∗ W + b), 3×3}. */
    static String layer(ActivationFormula function, boolean hasBias, Window window) {
        return "a = " + function.formula("x ∗ W" + (hasBias ? " + b" : "")) + ", " + window.extent();
    }

    /** Step 1: {@code z = x ∗ W + b}, or without b; a where the sums are the output. */
    static String affine(ConvolutionPlan layer) {
        return Words.affine(layer.isAffine() ? "a = z" : "z", "x ∗ W", layer.hasBias());
    }

    /**
     * {@code z[row][column][f] = b[f] + Σ x[row + i][column + j][c]·W[i][j][c][f], over i, j and c}; of a sequence with
     * t and i alone.
     */
    static String indexed(ConvolutionPlan layer) {
        String outside =
                layer.window().isPadded() ? "; x outside the " + layer.window().domain() + " is 0" : "";
        return "z" + output(layer) + " = " + (layer.hasBias() ? "b[f] + " : "") + "Σ" + Words.NO_BREAK + "x"
                + input(layer) + "·W" + tap(layer) + ", over " + (layer.window().isOneDimensional() ? "i" : "i, j")
                + " and c" + outside;
    }

    /** {@code db[f] = Σ dz[row][column][f]}. */
    static String biasGradient(ConvolutionPlan layer) {
        return "db[f] = Σ" + Words.NO_BREAK + "dz" + output(layer);
    }

    /** {@code dW[i][j][c][f] = Σ x[row + i][column + j][c]·dz[row][column][f]}, and what it's a sum over. */
    static String weightGradient(ConvolutionPlan layer) {
        return "dW" + tap(layer) + " = Σ" + Words.NO_BREAK + "x" + input(layer) + "·dz" + output(layer)
                + (layer.hasBias() ? ", both" : ",") + " over " + outputs(layer) + " and all samples";
    }

    /** What the gradients of W and b are sums over: {@code row, column}, or the argmax of each pool. */
    private static String outputs(ConvolutionPlan layer) {
        if (layer.pool().isPresent()) {
            return "the argmax of every pool";
        }
        return layer.window().isOneDimensional() ? "t" : "row, column";
    }

    /** {@code dx[row + i][column + j][c]}: the gradient of what {@link #indexed} reads. */
    static String inputGradient(ConvolutionPlan layer) {
        return "dx" + input(layer);
    }

    /** {@code W[i][j][c][f]·dz[row][column][f]}: what one output adds to {@link #inputGradient}. */
    static String inputGradientTerm(ConvolutionPlan layer) {
        return "W" + tap(layer) + "·dz" + output(layer);
    }

    /** {@code dx[row + i][column + j][c] = Σ W[i][j][c][f]·dz[row][column][f]}, and what it's a sum over. */
    static String inputGradientSum(ConvolutionPlan layer) {
        String positions = layer.window().position() + "s";
        return inputGradient(layer) + " = Σ" + Words.NO_BREAK + inputGradientTerm(layer) + ", over f and the "
                + (layer.pool().isPresent() ? "argmax " : "") + positions + " that read this x";
    }

    /** {@code [row][column][f]}: an element of z. */
    private static String output(ConvolutionPlan layer) {
        return layer.window().isOneDimensional() ? "[t][f]" : "[row][column][f]";
    }

    /** {@code [i][j][c][f]}: an element of W. */
    private static String tap(ConvolutionPlan layer) {
        return layer.window().isOneDimensional() ? "[i][c][f]" : "[i][j][c][f]";
    }

    /** {@code [row + i][column + j][c]}: the element of x that W[i][j][c] is multiplied with. */
    private static String input(ConvolutionPlan layer) {
        if (layer.window().isOneDimensional()) {
            return "[" + position(layer.window().vertical(), "t", "i") + "][" + channel(layer) + "]";
        }
        return "[" + position(layer.window().vertical(), "row", "i") + "]["
                + position(layer.window().horizontal(), "column", "j") + "][" + channel(layer) + "]";
    }

    /** {@code c}, or in groups the channel number c of the group of filter f: {@code ⌊f/2⌋·3 + c}. */
    private static String channel(ConvolutionPlan layer) {
        if (layer.groups() == 1) {
            return "c";
        }
        int channels = layer.image().last() / layer.groups();
        int filters = layer.filters() / layer.groups();
        String group = filters == 1 ? "f" : "⌊f/" + filters + "⌋";
        return group + (channels > 1 ? "·" + channels : "") + PLUS + "c";
    }

    /** {@code 2·row + i − 1}. */
    private static String position(Axis axis, String output, String offset) {
        return factor(axis.stride())
                + output
                + (axis.size() > 1 ? PLUS + factor(axis.dilation()) + offset : "")
                + (axis.before() > 0 ? MINUS + axis.before() : "");
    }

    private static String factor(int count) {
        return count > 1 ? count + "·" : "";
    }

    /** The gradient that the layer receives: dz where the sums are what it is a gradient of. */
    static String received(ConvolutionPlan layer) {
        return layer.activation().isFusedWithLoss() || layer.isAffine() ? "dz" : "da";
    }
}
