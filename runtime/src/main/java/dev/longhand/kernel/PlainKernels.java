package dev.longhand.kernel;

import dev.longhand.Activation;

/** Loops that HotSpot's C2 compiler turns into SIMD without any flag. */
class PlainKernels implements Kernels {

    private final float[] one = {1};

    private final Product product;
    private final PlainActivations activations = new PlainActivations();
    private final Matrix left = new Matrix();
    private final Matrix right = new Matrix();
    private final Matrix sums = new Matrix();
    private float[] zeros = new float[0];

    PlainKernels() {
        this(new PlainProduct());
    }

    PlainKernels(Product product) {
        this.product = product;
    }

    @Override
    public void dense(
            float[] x, float[] p, int w, int b, Activation f, float slope, float[] a, int n, int in, int out) {
        boolean hasBias = b != NO_BIAS;
        product.set(
                left.of(x, 0, n, in),
                right.of(p, w, in, out),
                hasBias ? p : zeros(out),
                hasBias ? b : 0,
                sums.of(a, 0, n, out));
        activations.activate(f, slope, a, a, n, out);
    }

    @Override
    public void dense(
            InputBatch x, float[] p, int w, int b, Activation f, float slope, float[] a, int n, int in, int out) {
        if (!x.isSparse()) {
            dense(x.values(), p, w, b, f, slope, a, n, in, out);
            return;
        }
        boolean hasBias = b != NO_BIAS;
        product.set(
                x.rows(), right.of(p, w, in, out), hasBias ? p : zeros(out), hasBias ? b : 0, sums.of(a, 0, n, out));
        activations.activate(f, slope, a, a, n, out);
    }

    @Override
    public void denseGradient(InputBatch x, float[] dz, float[] g, int w, int b, int n, int in, int out) {
        if (!x.isSparse()) {
            denseGradient(x.values(), dz, g, w, b, n, in, out);
            return;
        }
        product.set(x.columns(), right.of(dz, 0, n, out), zeros(out), 0, sums.of(g, w, in, out));
        biasGradient(dz, g, b, n, out);
    }

    @Override
    public void denseGradient(float[] x, float[] dz, float[] g, int w, int b, int n, int in, int out) {
        product.set(left.of(x, 0, n, in).transpose(), right.of(dz, 0, n, out), zeros(out), 0, sums.of(g, w, in, out));
        biasGradient(dz, g, b, n, out);
    }

    private void biasGradient(float[] dz, float[] g, int b, int n, int out) {
        if (b != NO_BIAS) {
            product.set(left.constant(one, 1, n), right.of(dz, 0, n, out), zeros(out), 0, sums.of(g, b, 1, out));
        }
    }

    @Override
    public void denseInputGradient(float[] dz, float[] p, int w, float[] dx, int n, int in, int out) {
        product.set(left.of(dz, 0, n, out), right.of(p, w, in, out).transpose(), zeros(in), 0, sums.of(dx, 0, n, in));
    }

    @Override
    public void activate(Activation f, float slope, float[] z, float[] a, int n, int units) {
        activations.activate(f, slope, z, a, n, units);
    }

    @Override
    public void activationGradient(Activation f, float slope, float[] kept, float[] da, float[] dz, int n, int units) {
        activations.gradient(f, slope, kept, da, dz, n, units);
    }

    @Override
    public void multiply(float[] x, float[] m, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = x[i] * m[i];
        }
    }

    private float[] zeros(int count) {
        if (zeros.length < count) {
            zeros = new float[count];
        }
        return zeros;
    }
}
