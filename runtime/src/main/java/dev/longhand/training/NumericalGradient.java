package dev.longhand.training;

import dev.longhand.data.Dataset;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.ParameterInfo;
import dev.longhand.model.Parameters.TrainingClaim;
import dev.longhand.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Numerical derivatives by central differences: (f(x + h) − f(x − h))/2h, whose error is about
 * f‴·h²/6. Slow but simple, so they can verify a backward pass.
 */
public final class NumericalGradient {

    /** The h of functions in double precision. */
    public static final double H = 1e-4;

    /** The h of models: float losses have rounding errors of about 6e-8, which a smaller h would amplify. */
    public static final float MODEL_H = 1e-2f;

    private NumericalGradient() {}

    /** The derivative of f at x, with h = {@value #H}. */
    public static double derivative(DoubleUnaryOperator f, double x) {
        return derivative(f, x, H);
    }

    /** The derivative of f at x. */
    public static double derivative(DoubleUnaryOperator f, double x, double h) {
        requirePositive(h);
        return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
    }

    /** The gradient of f at x, one partial derivative a component, with h = {@value #H}. */
    public static double[] gradient(ToDoubleFunction<double[]> f, double... x) {
        return gradient(f, H, x);
    }

    /** The gradient of f at x, one partial derivative a component. */
    public static double[] gradient(ToDoubleFunction<double[]> f, double h, double[] x) {
        requirePositive(h);
        double[] gradient = new double[x.length];
        double[] moved = x.clone();
        for (int i = 0; i < x.length; i++) {
            moved[i] = x[i] + h;
            double above = f.applyAsDouble(moved);
            moved[i] = x[i] - h;
            double below = f.applyAsDouble(moved);
            moved[i] = x[i];
            gradient[i] = (above - below) / (2 * h);
        }
        return gradient;
    }

    /**
     * The gradient of a model's loss on these samples with respect to every parameter, in the order of {@link
     * Model#parameters}, with h = {@value #MODEL_H}. Dropout draws the same mask every time. The model
     * is unchanged afterwards; don't predict with it meanwhile.
     *
     * @throws IllegalStateException if the model is being trained
     */
    public static float[] of(Model model, Dataset batch) {
        return of(model, batch, MODEL_H);
    }

    /** As {@link #of(Model, Dataset)} with another h, above 0. */
    public static float[] of(Model model, Dataset batch, float h) {
        requirePositive(h);
        Workspace ws = workspace(model, batch);
        try (TrainingClaim claim = model.parameters().claimForTraining()) {
            float[] p = claim.values();
            float[] gradient = new float[p.length];
            for (int i = 0; i < p.length; i++) {
                float kept = p[i];
                float right = kept + h;
                float left = kept - h;
                p[i] = right;
                double above = loss(model, ws, batch.size());
                p[i] = left;
                double below = loss(model, ws, batch.size());
                p[i] = kept;
                // right − left is the actual distance, after rounding.
                gradient[i] = (float) ((above - below) / ((double) right - left));
            }
            return gradient;
        }
    }

    /**
     * Compares a model's backward pass with central differences, array by array.
     *
     * <p>Where z is near a kink of ReLU or another function, the two may differ: try other samples.
     */
    public static GradientCheck check(Model model, Dataset batch) {
        return check(model, batch, MODEL_H);
    }

    /** As {@link #check(Model, Dataset)} with another h, above 0. */
    public static GradientCheck check(Model model, Dataset batch, float h) {
        float[] numerical = of(model, batch, h);
        Workspace ws = workspace(model, batch);
        ws.beginStep(0, 0);
        model.forwardTraining(ws, batch.size());
        model.backward(ws, batch.size());
        List<GradientCheck.Row> rows = new ArrayList<>();
        for (LayerInfo layer : model.info().layers()) {
            for (ParameterInfo parameter : layer.parameters()) {
                float difference = 0;
                float largest = 0;
                for (int i = parameter.offset(); i < parameter.offset() + parameter.size(); i++) {
                    difference = Math.max(difference, Math.abs(numerical[i] - ws.gradients()[i]));
                    largest = Math.max(largest, Math.abs(numerical[i]));
                }
                rows.add(new GradientCheck.Row(
                        layer.name() + "." + parameter.name(), parameter.size(), largest, difference));
            }
        }
        return new GradientCheck(rows);
    }

    private static Workspace workspace(Model model, Dataset batch) {
        batch.requireFits(model.info());
        Workspace ws = model.workspace(batch.size());
        batch.copy(0, batch.size(), ws);
        return ws;
    }

    private static float loss(Model model, Workspace ws, int n) {
        ws.beginStep(0, 0);
        model.forwardTraining(ws, n);
        return model.loss(ws, n);
    }

    private static void requirePositive(double h) {
        if (!(h > 0) || Double.isInfinite(h)) {
            throw new IllegalArgumentException("h " + h + " is not a positive number: " + H
                    + " suits functions of double, " + MODEL_H + " models");
        }
    }
}
