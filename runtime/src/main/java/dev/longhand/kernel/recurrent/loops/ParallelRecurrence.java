package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.matrix.PlainProduct;
import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.matrix.ProductWarmUp;
import dev.longhand.kernel.matrix.TieredProduct;
import dev.longhand.kernel.matrix.VectorProduct;
import dev.longhand.kernel.recurrent.Recurrence;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.recurrent.SequenceSteps;
import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.weights.WeightSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Recurrent layers whose samples are divided among the threads of a {@link Team}. */
public final class ParallelRecurrence implements RecurrentKernels {

    private final Team team;
    private final Supplier<Product> product;
    private final Supplier<Cells> cells;
    private final RnnLoops.Forward rnn;
    private final RnnLoops.Gradient rnnGradient;
    private final GruLoops.Forward gru;
    private final GruLoops.Gradient gruGradient;
    private final LstmLoops.Forward lstm;
    private final LstmLoops.Gradient lstmGradient;

    private ParallelRecurrence(
            Team team, Supplier<Product> product, Supplier<Cells> cells, @Nullable SequenceSteps steps) {
        this.team = team;
        this.product = product;
        this.cells = cells;
        RnnLoops[] rnnLoops = new RnnLoops[team.size()];
        GruLoops[] gruLoops = new GruLoops[team.size()];
        LstmLoops[] lstmLoops = new LstmLoops[team.size()];
        for (int member = 0; member < team.size(); member++) {
            Product ofMember = product.get();
            Cells cellsOfMember = cells.get();
            rnnLoops[member] = new RnnLoops(ofMember);
            gruLoops[member] = new GruLoops(ofMember, cellsOfMember);
            lstmLoops[member] = new LstmLoops(ofMember, cellsOfMember);
        }
        rnn = new RnnLoops.Forward(team, steps, rnnLoops);
        rnnGradient = new RnnLoops.Gradient(team, steps, rnnLoops);
        gru = new GruLoops.Forward(team, steps, gruLoops);
        gruGradient = new GruLoops.Gradient(team, steps, gruLoops);
        lstm = new LstmLoops.Forward(team, steps, lstmLoops);
        lstmGradient = new LstmLoops.Gradient(team, steps, lstmLoops);
    }

    /** Recurrent layers in plain loops, which read the packed weights of this source, where it has any. */
    public static RecurrentKernels plain(Team team, WeightSource weights) {
        return of(team, () -> new PlainProduct(weights), PlainCells::new);
    }

    /** Recurrent layers in loops of the Vector API. */
    public static RecurrentKernels vector(Team team, WeightSource weights) {
        return of(team, () -> new VectorProduct(weights), VectorCells::new);
    }

    /** Recurrent layers in plain loops until C2 has compiled those of the Vector API. */
    public static RecurrentKernels tiered(Team team, WeightSource weights) {
        return of(
                team,
                () -> new TieredProduct(ProductWarmUp.OF_PROCESS, weights),
                () -> new TieredCells(CellsWarmUp.OF_PROCESS));
    }

    static RecurrentKernels of(Team team, Supplier<Product> product, Supplier<Cells> cells) {
        return new ParallelRecurrence(team, product, cells, null);
    }

    @Override
    public RecurrentKernels within(SequenceSteps steps) {
        return new ParallelRecurrence(team, product, cells, steps);
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
