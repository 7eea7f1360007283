package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.recurrent.Recurrence;
import dev.longhand.kernel.recurrent.SequenceSteps;
import dev.longhand.kernel.team.DividedJob;
import dev.longhand.kernel.team.Team;
import org.jspecify.annotations.Nullable;

/** A pass of a recurrent layer over the samples of a batch: each thread computes all steps of its samples. */
abstract class RecurrentJob extends DividedJob {

    private final Team team;
    private final int k;

    /** The steps that aren't masked, or null if none is. */
    final @Nullable SequenceSteps steps;

    Recurrence layer = Recurrence.toLastState(1, 1);
    float[] p = {};

    /**
     * A pass, not run yet.
     *
     * @param steps the steps that aren't masked, or null if none is
     * @param k U is [units][k·units]
     */
    RecurrentJob(Team team, @Nullable SequenceSteps steps, int k) {
        this.team = team;
        this.steps = steps;
        this.k = k;
    }

    /** Runs the pass over n samples, after its other fields are set. */
    final void start(Recurrence layer, float[] p, int n) {
        this.layer = layer;
        this.p = p;
        team.divide(this, n, (long) n * layer.time() * layer.units() * layer.units() * k);
    }
}
