package dev.longhand.kernel.embedding.loops;

import dev.longhand.kernel.embedding.EmbeddingKernels;
import dev.longhand.kernel.embedding.EmbeddingTable;
import dev.longhand.kernel.team.Team;

/**
 * Embeddings divided among the members of a {@link Team}: forward each looks some of the numbers up, backward each
 * sums some rows of dT, so that the order of the sums doesn't depend on the number of threads.
 */
public final class ParallelEmbeddings implements EmbeddingKernels {

    /** Below this many numbers of a, waking a thread costs more than it saves. */
    private static final int SMALL_JOB = 50_000;

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

    private final class Forward implements Team.Job {

        EmbeddingTable table = EmbeddingTable.of("", 1, 1, 1);
        float[] x = {};
        float[] p = {};
        float[] a = {};
        int count;

        @Override
        public void run(int member) {
            int from = Team.share(count, member, team.size());
            int end = Team.share(count, member + 1, team.size());
            EmbeddingLoops.forward(table, x, p, a, from, end);
        }
    }

    private final class Gradient implements Team.Job {

        EmbeddingTable table = EmbeddingTable.of("", 1, 1, 1);
        float[] x = {};
        float[] da = {};
        float[] g = {};
        int count;

        @Override
        public void run(int member) {
            int from = Team.share(table.vocabulary(), member, team.size());
            int end = Team.share(table.vocabulary(), member + 1, team.size());
            EmbeddingLoops.gradient(table, x, da, g, count, from, end);
        }
    }

    @Override
    public void forward(EmbeddingTable table, float[] x, float[] p, float[] a, int count) {
        if (isSmall(table, count)) {
            EmbeddingLoops.forward(table, x, p, a, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            table.row(x, i); // reports the first wrong number, however many threads there are
        }
        forward.table = table;
        forward.x = x;
        forward.p = p;
        forward.a = a;
        forward.count = count;
        team.run(forward);
    }

    @Override
    public void gradient(EmbeddingTable table, float[] x, float[] da, float[] g, int count) {
        if (isSmall(table, count)) {
            EmbeddingLoops.gradient(table, x, da, g, count, 0, table.vocabulary());
            return;
        }
        gradient.table = table;
        gradient.x = x;
        gradient.da = da;
        gradient.g = g;
        gradient.count = count;
        team.run(gradient);
    }

    private boolean isSmall(EmbeddingTable table, int count) {
        return team.size() == 1 || (long) count * table.dimensions() < SMALL_JOB;
    }
}
