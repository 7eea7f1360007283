package dev.longhand.kernel.recurrent;

import dev.longhand.Activation;
import dev.longhand.kernel.embedding.EmbeddingTable;
import dev.longhand.kernel.matrix.Product;

/** The steps of recurrent layers, for any range of the samples: so several of these can share one job. */
public final class SequentialRecurrence implements RecurrentKernels {

    private final RnnLoops rnn;
    private final GruLoops gru;
    private final LstmLoops lstm;

    public SequentialRecurrence(Product product) {
        rnn = new RnnLoops(product);
        gru = new GruLoops(product);
        lstm = new LstmLoops(product);
    }

    RnnLoops rnn() {
        return rnn;
    }

    GruLoops gru() {
        return gru;
    }

    LstmLoops lstm() {
        return lstm;
    }

    @Override
    public void rnn(
            Recurrence r, float[] z, float[] p, int u, Activation f, float slope, float[] previous, float[] a, int n) {
        rnn.forward(r, z, p, u, f, slope, previous, a, 0, n);
    }

    @Override
    public void rnnGradient(
            Recurrence r, float[] kept, float[] p, int u, Activation f, float slope, float[] da, float[] dz, int n) {
        rnn.backward(r, kept, p, u, f, slope, da, dz, 0, n);
    }

    @Override
    public void gru(
            Recurrence r,
            float[] gates,
            float[] p,
            int u,
            int c,
            float[] candidate,
            float[] previous,
            float[] a,
            int n) {
        gru.forward(r, gates, p, u, c, candidate, previous, a, 0, n);
    }

    @Override
    public void gruGradient(
            Recurrence r,
            float[] gates,
            float[] p,
            int u,
            float[] candidate,
            float[] previous,
            float[] da,
            float[] dz,
            float[] dv,
            int n) {
        gru.backward(r, gates, p, u, candidate, previous, da, dz, dv, 0, n);
    }

    @Override
    public void lstm(Recurrence r, float[] gates, float[] p, int u, float[] previous, float[] c, float[] a, int n) {
        lstm.forward(r, gates, p, u, previous, c, a, 0, n);
    }

    @Override
    public void lstmGradient(Recurrence r, float[] gates, float[] p, int u, float[] c, float[] da, float[] dz, int n) {
        lstm.backward(r, gates, p, u, c, da, dz, 0, n);
    }

    @Override
    public void embed(EmbeddingTable table, float[] x, float[] p, int w, float[] a, int count) {
        table.embed(x, p, w, a, count);
    }

    @Override
    public void embedGradient(EmbeddingTable table, float[] x, float[] da, float[] g, int w, int count) {
        table.embedGradient(x, da, g, w, count);
    }
}
