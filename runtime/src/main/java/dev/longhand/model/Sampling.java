package dev.longhand.model;

/** Mean and spread of a model's outputs over several passes, in one workspace. */
final class Sampling {

    private final Model model;
    private final Workspace ws;
    private final float[] x;
    private final int passes;
    private final long seed;

    Sampling(Model model, Workspace ws, float[] x, int passes, long seed) {
        this.model = model;
        this.ws = ws;
        this.x = x;
        this.passes = passes;
        this.seed = seed;
    }

    Uncertainty run() {
        int in = model.info().input().size();
        int out = model.info().output().size();
        int n = x.length / in;
        float[] mean = model.predictor().outputs(n);
        float[] deviation = new float[mean.length];
        long step = 0;
        for (int first = 0; first < n; first += ws.maxBatch()) {
            int count = Math.min(ws.maxBatch(), n - first);
            ws.read(x, first * in, count);
            // Every pass of every block has its own step number, so that no two draw the same random numbers.
            sample(step, count, mean, deviation, first * out, count * out);
            step += passes;
        }
        return new Uncertainty(passes, mean, deviation);
    }

    /** Accumulates by Welford's method ("Note on a method for calculating corrected sums of squares", 1962). */
    private void sample(long step, int n, float[] mean, float[] deviation, int at, int outputs) {
        double[] means = new double[outputs];
        double[] squares = new double[outputs];
        for (int pass = 0; pass < passes; pass++) {
            ws.beginStep(seed, step + pass);
            model.forwardSampling(ws, n);
            float[] y = ws.output();
            for (int i = 0; i < outputs; i++) {
                double distance = y[i] - means[i];
                means[i] += distance / (pass + 1);
                squares[i] += distance * (y[i] - means[i]);
            }
        }
        for (int i = 0; i < outputs; i++) {
            mean[at + i] = (float) means[i];
            deviation[at + i] = (float) Math.sqrt(squares[i] / (passes - 1));
        }
    }
}
