package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.recurrent.Recurrence;
import dev.longhand.kernel.recurrent.SequenceSteps;
import dev.longhand.kernel.team.Team;
import org.jspecify.annotations.Nullable;

/**
 * A pass of a recurrent layer over a batch. Its arguments are fields, set before each run, so that a run allocates
 * nothing. The samples are divided among the threads of a team; each computes all steps of its samples,
 * so the results don't depend on the number of threads.
 */
abstract class RecurrentJob implements Team.Job {

    /** Below this many multiply-adds, waking a thread costs more than it saves. */
    private static final int SMALL_JOB = 20_000;

    private final Team team;
    private final int parts;

    /** The steps that aren't masked, or null if none is. */
    final @Nullable SequenceSteps steps;

    Recurrence layer = Recurrence.toLastState(1, 1);
    float[] p = {};
    private int n;

    /**
     * A pass, not run yet.
     *
     * @param steps the steps that aren't masked, or null if none is
     * @param parts k: the columns of U are k·units
     */
    RecurrentJob(Team team, @Nullable SequenceSteps steps, int parts) {
        this.team = team;
        this.steps = steps;
        this.parts = parts;
    }

    /** Runs the pass over n samples, after its other fields are set. */
    final void start(Recurrence layer, float[] p, int n) {
        this.layer = layer;
        this.p = p;
        this.n = n;
        if (team.size() == 1 || (long) n * layer.time() * layer.units() * layer.units() * parts < SMALL_JOB) {
            run(0, 0, n);
        } else {
            team.run(this);
        }
    }

    @Override
    public final void run(int member) {
        int from = Team.share(n, member, team.size());
        int end = Team.share(n, member + 1, team.size());
        if (from < end) {
            run(member, from, end);
        }
    }

    /** Computes all steps of the samples {@code from} (inclusive) to {@code end} (exclusive). */
    abstract void run(int member, int from, int end);
}
