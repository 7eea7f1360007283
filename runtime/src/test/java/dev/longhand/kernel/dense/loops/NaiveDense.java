package dev.longhand.kernel.dense.loops;

import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.dense.DenseLayer;
import dev.longhand.kernel.dense.InputBatch;
import dev.longhand.kernel.function.loops.NaiveFunctions;

/** {@link DenseKernels} as their contract defines them: each sum is one loop. */
public final class NaiveDense implements DenseKernels {

    private final NaiveFunctions functions = new NaiveFunctions();

    @Override
    public void forward(DenseLayer layer, float[] x, float[] p, float[] a, int n) {
        int in = layer.in();
        int units = layer.units();
        for (int s = 0; s < n; s++) {
            for (int j = 0; j < units; j++) {
                float z = layer.hasBias() ? p[layer.bias() + j] : 0;
                for (int i = 0; i < in; i++) {
                    z = Math.fma(x[s * in + i], p[layer.weights() + i * units + j], z);
                }
                a[s * units + j] = z;
            }
        }
        functions.activate(layer.activation(), layer.slope(), a, a, n, units);
    }

    @Override
    public void forward(DenseLayer layer, InputBatch x, float[] p, float[] a, int n) {
        forward(layer, x.values(), p, a, n);
    }

    @Override
    public void gradient(DenseLayer layer, float[] x, float[] dz, float[] g, int n) {
        int in = layer.in();
        int units = layer.units();
        for (int j = 0; j < units; j++) {
            for (int i = 0; i < in; i++) {
                float dw = 0;
                for (int s = 0; s < n; s++) {
                    dw = Math.fma(x[s * in + i], dz[s * units + j], dw);
                }
                g[layer.weights() + i * units + j] = dw;
            }
            if (layer.hasBias()) {
                float db = 0;
                for (int s = 0; s < n; s++) {
                    db += dz[s * units + j];
                }
                g[layer.bias() + j] = db;
            }
        }
    }

    @Override
    public void gradient(DenseLayer layer, InputBatch x, float[] dz, float[] g, int n) {
        gradient(layer, x.values(), dz, g, n);
    }

    @Override
    public void inputGradient(DenseLayer layer, float[] dz, float[] p, float[] dx, int n) {
        int in = layer.in();
        int units = layer.units();
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < in; i++) {
                float sum = 0;
                for (int j = 0; j < units; j++) {
                    sum = Math.fma(dz[s * units + j], p[layer.weights() + i * units + j], sum);
                }
                dx[s * in + i] = sum;
            }
        }
    }
}
