package dev.longhand.kernel;

import dev.longhand.Activation;

/** Loops that HotSpot's C2 compiler turns into SIMD without any flag. */
final class PlainKernels implements Kernels {

    @Override
    public void dense(
            float[] x, float[] p, int w, int b, Activation f, float slope, float[] a, int n, int in, int out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void denseGradient(float[] x, float[] dz, float[] g, int w, int b, int n, int in, int out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void denseInputGradient(float[] dz, float[] p, int w, float[] dx, int n, int in, int out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void activate(Activation f, float slope, float[] z, float[] a, int n, int units) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void activationGradient(
            Activation f, float slope, float[] kept, float[] da, float[] dz, int n, int units) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void multiply(float[] x, float[] m, float[] a, int count) {
        throw new UnsupportedOperationException();
    }
}
