package dev.longhand.kernel.embedding.loops;

import dev.longhand.kernel.embedding.EmbeddingKernels;
import dev.longhand.kernel.embedding.EmbeddingTable;
import dev.longhand.kernel.team.DividedJob;
import dev.longhand.kernel.team.Team;

/**
 * Embeddings divided among the members of a {@link Team}: forward each looks some of the numbers up, backward each
 * sums some rows of dT, so that the order of the sums doesn't depend on the number of threads.
 */
public final class ParallelEmbeddings implements EmbeddingKernels {

    private final Team team;
    private final Forward forward = new Forward();
    private final Gradient gradient = new Gradient();

    private ParallelEmbeddings(Team team) {
        this.team = team;
    }

    /** Embeddings whose large jobs are divided among the members of a team. */
    public static EmbeddingKernels of(Team team) {
        return new ParallelEmbeddings(team);
    }

    private final class Forward extends DividedJob {

        EmbeddingTable table = EmbeddingTable.of("", 1, 1, 1);
        float[] x = {};
        float[] p = {};
        float[] a = {};

        @Override
        protected void compute(int member, int from, int to) {
            EmbeddingLoops.forward(table, x, p, a, from, to);
        }
    }

    private final class Gradient extends DividedJob {

        EmbeddingTable table = EmbeddingTable.of("", 1, 1, 1);
        float[] x = {};
        float[] da = {};
        float[] g = {};
        int count;

        @Override
        protected void compute(int member, int from, int to) {
            EmbeddingLoops.gradient(table, x, da, g, count, from, to);
        }
    }

    @Override
    public void forward(EmbeddingTable table, float[] x, float[] p, float[] a, int count) {
        if (team.divides(work(table, count))) {
            for (int i = 0; i < count; i++) {
                table.row(x, i); // reports the first wrong number, however many threads there are
            }
        }
        forward.table = table;
        forward.x = x;
        forward.p = p;
        forward.a = a;
        team.divide(forward, count, work(table, count));
    }

    @Override
    public void gradient(EmbeddingTable table, float[] x, float[] da, float[] g, int count) {
        gradient.table = table;
        gradient.x = x;
        gradient.da = da;
        gradient.g = g;
        gradient.count = count;
        team.divide(gradient, table.vocabulary(), work(table, count));
    }

    /** The numbers that are copied or added, each of which counts as a multiply-add. */
    private static long work(EmbeddingTable table, int count) {
        return (long) count * table.dimensions();
    }
}
