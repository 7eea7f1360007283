package dev.longhand.examples.backprop;

import dev.longhand.model.Workspace;

/** The numbers of one forward pass, under the note's names. */
final class Pass {

    static final int WEIGHTS = 8;

    /** The indices of W₁ to W₈ in the model, whose weights are ordered by input, not by unit. */
    private static final int[] INDEX = {0, 2, 1, 3, 4, 6, 5, 7};

    private final float[] weights;
    private final float[] x;
    private final float[] h;
    private final float[] o;
    private final float[] t;
    private final double error;

    private Pass(float[] weights, float[] x, float[] h, float[] o, float[] t, double error) {
        this.weights = weights;
        this.x = x;
        this.h = h;
        this.o = o;
        this.t = t;
        this.error = error;
    }

    /** Reads the workspace after a forward pass; computes the loss, which starts the backward pass. */
    static Pass of(TwoTwoTwoModel model, Workspace ws) {
        return new Pass(
                model.parameters().copy(),
                ws.input().clone(),
                ws.activation(0).clone(),
                ws.output().clone(),
                ws.targets().clone(),
                model.loss(ws, 1));
    }

    /** The index, in the parameters, of the weight with this number in the note, counted from 1. */
    static int index(int number) {
        return INDEX[number - 1];
    }

    /** The weight with this number. */
    double w(int number) {
        return weights[index(number)];
    }

    /** The sum zᵢ, i from 1 to 4: z₁ and z₂ of the inputs, z₃ and z₄ of the hidden outputs. */
    double z(int i) {
        float[] in = i <= 2 ? x : h;
        return w(2 * i - 1) * in[0] + w(2 * i) * in[1];
    }

    /** The hidden output h₁ or h₂. */
    double h(int i) {
        return h[i - 1];
    }

    /** The output o₁ or o₂. */
    double o(int i) {
        return o[i - 1];
    }

    /** E, as the model computes it. */
    double error() {
        return error;
    }

    /** ½·(t − o)² of one output. */
    double error(int i) {
        double difference = t[i - 1] - o(i);
        return difference * difference / 2;
    }

    /** ∂E/∂o = −(t − o). */
    double errorSlope(int i) {
        return o(i) - t[i - 1];
    }

    /** ∂o/∂z = o·(1 − o). */
    double outputSlope(int i) {
        return o(i) * (1 - o(i));
    }

    /** ∂h/∂z = h·(1 − h). */
    double hiddenSlope(int i) {
        return h(i) * (1 - h(i));
    }
}
