package dev.longhand.kernel.recurrent;

import dev.longhand.Activation;
import dev.longhand.kernel.embedding.EmbeddingTable;
import dev.longhand.kernel.team.Team;

/**
 * The steps of recurrent layers, whose samples a {@link Team} shares: each member takes some of them through
 * all of time. So the bits don't depend on the number of threads.
 */
public final class ParallelRecurrence implements RecurrentKernels, Team.Job {

    /** Jobs with fewer multiply-adds than this are done before another thread has heard of them. */
    private static final int SMALL_JOB = 20_000;

    private enum Work {
        RNN,
        RNN_GRADIENT,
        GRU,
        GRU_GRADIENT,
        LSTM,
        LSTM_GRADIENT
    }

    private final Team team;
    private final SequentialRecurrence[] members;

    // The job at hand, as its caller gave it; each work uses some of these.
    private Work work = Work.RNN;
    private Recurrence steps = Recurrence.toLastState(1, 1);
    private float[] gates = {};
    private float[] parameters = {};
    private float[] candidate = {};
    private float[] previous = {};
    private float[] memory = {};
    private float[] output = {};
    private float[] gradient = {};
    private float[] stateGradient = {};
    private Activation activation = Activation.IDENTITY;
    private float slope;
    private int u;
    private int c;
    private int n;

    public ParallelRecurrence(Team team, SequentialRecurrence[] members) {
        this.team = team;
        this.members = members;
    }

    @Override
    public void run(int member) {
        int from = Team.share(n, member, members.length);
        int to = Team.share(n, member + 1, members.length);
        if (from < to) {
            run(member, from, to);
        }
    }

    private void run(int member, int from, int to) {
        RnnLoops rnn = members[member].rnn();
        GruLoops gru = members[member].gru();
        LstmLoops lstm = members[member].lstm();
        switch (work) {
            case RNN -> rnn.forward(steps, gates, parameters, u, activation, slope, previous, output, from, to);
            case RNN_GRADIENT ->
                rnn.backward(steps, gates, parameters, u, activation, slope, output, gradient, from, to);
            case GRU -> gru.forward(steps, gates, parameters, u, c, candidate, previous, output, from, to);
            case GRU_GRADIENT ->
                gru.backward(
                        steps, gates, parameters, u, candidate, previous, output, gradient, stateGradient, from, to);
            case LSTM -> lstm.forward(steps, gates, parameters, u, previous, memory, output, from, to);
            case LSTM_GRADIENT -> lstm.backward(steps, gates, parameters, u, memory, output, gradient, from, to);
        }
    }

    @Override
    public void rnn(
            Recurrence r, float[] z, float[] p, int u, Activation f, float slope, float[] previous, float[] a, int n) {
        activation = f;
        this.slope = slope;
        this.previous = previous;
        share(Work.RNN, r, 1, z, p, u, a, n);
    }

    @Override
    public void rnnGradient(
            Recurrence r, float[] kept, float[] p, int u, Activation f, float slope, float[] da, float[] dz, int n) {
        activation = f;
        this.slope = slope;
        gradient = dz;
        share(Work.RNN_GRADIENT, r, 1, kept, p, u, da, n);
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
        this.c = c;
        this.candidate = candidate;
        this.previous = previous;
        share(Work.GRU, r, 3, gates, p, u, a, n);
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
        this.candidate = candidate;
        this.previous = previous;
        gradient = dz;
        stateGradient = dv;
        share(Work.GRU_GRADIENT, r, 3, gates, p, u, da, n);
    }

    @Override
    public void lstm(Recurrence r, float[] gates, float[] p, int u, float[] previous, float[] c, float[] a, int n) {
        this.previous = previous;
        memory = c;
        share(Work.LSTM, r, 4, gates, p, u, a, n);
    }

    @Override
    public void lstmGradient(Recurrence r, float[] gates, float[] p, int u, float[] c, float[] da, float[] dz, int n) {
        memory = c;
        gradient = dz;
        share(Work.LSTM_GRADIENT, r, 4, gates, p, u, da, n);
    }

    @Override
    public void embed(EmbeddingTable table, float[] x, float[] p, int w, float[] a, int count) {
        members[0].embed(table, x, p, w, a, count);
    }

    @Override
    public void embedGradient(EmbeddingTable table, float[] x, float[] da, float[] g, int w, int count) {
        members[0].embedGradient(table, x, da, g, w, count);
    }

    private void share(Work work, Recurrence r, int parts, float[] gates, float[] p, int u, float[] output, int n) {
        this.work = work;
        steps = r;
        this.gates = gates;
        parameters = p;
        this.u = u;
        this.output = output;
        this.n = n;
        if ((long) n * r.time() * r.units() * r.units() * parts < SMALL_JOB) {
            run(0, 0, n);
        } else {
            team.run(this);
        }
    }
}
