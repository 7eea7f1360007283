package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.recurrent.Recurrence;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.recurrent.SequenceSteps;
import dev.longhand.kernel.team.Team;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Recurrent layers whose samples are divided among the threads of a {@link Team}. */
public final class ParallelRecurrence implements RecurrentKernels {

    private final Team team;
    private final Supplier<Product> product;
    private final RnnLoops.Forward rnn;
    private final RnnLoops.Gradient rnnGradient;
    private final GruLoops.Forward gru;
    private final GruLoops.Gradient gruGradient;
    private final LstmLoops.Forward lstm;
    private final LstmLoops.Gradient lstmGradient;

    private ParallelRecurrence(Team team, Supplier<Product> product, @Nullable SequenceSteps steps) {
        this.team = team;
        this.product = product;
        RnnLoops[] rnnLoops = new RnnLoops[team.size()];
        GruLoops[] gruLoops = new GruLoops[team.size()];
        LstmLoops[] lstmLoops = new LstmLoops[team.size()];
        for (int member = 0; member < team.size(); member++) {
            Product ofMember = product.get();
            rnnLoops[member] = new RnnLoops(ofMember);
            gruLoops[member] = new GruLoops(ofMember);
            lstmLoops[member] = new LstmLoops(ofMember);
        }
        rnn = new RnnLoops.Forward(team, steps, rnnLoops);
        rnnGradient = new RnnLoops.Gradient(team, steps, rnnLoops);
        gru = new GruLoops.Forward(team, steps, gruLoops);
        gruGradient = new GruLoops.Gradient(team, steps, gruLoops);
        lstm = new LstmLoops.Forward(team, steps, lstmLoops);
        lstmGradient = new LstmLoops.Gradient(team, steps, lstmLoops);
    }

    /**
     * Recurrent layers that divide large jobs among the threads of a team.
     *
     * @param product creates the matrix product of each thread
     */
    public static RecurrentKernels of(Team team, Supplier<Product> product) {
        return new ParallelRecurrence(team, product, null);
    }

    @Override
    public RecurrentKernels within(SequenceSteps steps) {
        return new ParallelRecurrence(team, product, steps);
    }

    @Override
    public void rnn(Recurrence layer, float[] kept, float[] p, float[] previous, float[] a, int n) {
        rnn.kept = kept;
        rnn.previous = previous;
        rnn.a = a;
        rnn.start(layer, p, n);
    }

    @Override
    public void rnnGradient(Recurrence layer, float[] kept, float[] p, float[] da, float[] dz, int n) {
        rnnGradient.kept = kept;
        rnnGradient.da = da;
        rnnGradient.dz = dz;
        rnnGradient.start(layer, p, n);
    }

    @Override
    public void gru(Recurrence layer, float[] gates, float[] p, float[] vm, float[] previous, float[] a, int n) {
        gru.gates = gates;
        gru.vm = vm;
        gru.previous = previous;
        gru.a = a;
        gru.start(layer, p, n);
    }

    @Override
    public GruGradient gruGradient(Recurrence layer, float[] gates, float[] vm, float[] previous) {
        gruGradient.layer = layer;
        gruGradient.gates = gates;
        gruGradient.vm = vm;
        gruGradient.previous = previous;
        return gruGradient;
    }

    @Override
    public void lstm(Recurrence layer, float[] gates, float[] p, float[] previous, float[] c, float[] a, int n) {
        lstm.gates = gates;
        lstm.previous = previous;
        lstm.c = c;
        lstm.a = a;
        lstm.start(layer, p, n);
    }

    @Override
    public void lstmGradient(Recurrence layer, float[] gates, float[] p, float[] c, float[] da, float[] dz, int n) {
        lstmGradient.gates = gates;
        lstmGradient.c = c;
        lstmGradient.da = da;
        lstmGradient.dz = dz;
        lstmGradient.start(layer, p, n);
    }
}
