package dev.longhand.model;

import org.jspecify.annotations.Nullable;

/** Mean and spread of a model's outputs over several passes, in one workspace. */
final class Sampling {

    private final Model model;
    private final Workspace ws;
    private final float[] x;
    private final @Nullable Lengths lengths;

    Sampling(Model model, Workspace ws, float[] x, @Nullable Lengths lengths) {
        this.model = model;
        this.ws = ws;
        this.x = x;
        this.lengths = lengths;
    }

    Uncertainty run(int passes, long seed) {
        int in = model.info().input().size();
        int out = model.info().output().size();
        int n = x.length / in;
        float[] mean = model.predictor().outputs(n);
        float[] deviation = new float[mean.length];
        long step = 0;
        for (int first = 0; first < n; first += ws.maxBatch()) {
            int count = Math.min(ws.maxBatch(), n - first);
            ws.read(x, first, count, lengths);
            double[] means = new double[count * out];
            double[] squares = new double[count * out];
            // Every pass of every block has another step number, so that no two draw the same random numbers.
            for (int pass = 0; pass < passes; pass++) {
                ws.beginStep(seed, step++);
                model.forwardSampling(ws, count);
                add(ws.output(), pass, means, squares);
            }
            for (int i = 0; i < count * out; i++) {
                mean[first * out + i] = (float) means[i];
                deviation[first * out + i] = (float) Math.sqrt(squares[i] / (passes - 1));
            }
        }
        return new Uncertainty(passes, mean, deviation);
    }

    /** Adds a pass by Welford's method ("Note on a method for calculating corrected sums of squares", 1962). */
    private static void add(float[] y, int pass, double[] means, double[] squares) {
        for (int i = 0; i < means.length; i++) {
            double distance = y[i] - means[i];
            means[i] += distance / (pass + 1);
            squares[i] += distance * (y[i] - means[i]);
        }
    }
}
