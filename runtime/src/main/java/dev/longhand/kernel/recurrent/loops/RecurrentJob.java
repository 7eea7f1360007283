package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.recurrent.Recurrence;
import dev.longhand.kernel.team.DividedJob;
import dev.longhand.kernel.team.Team;

/** A pass of a recurrent layer over the samples of a batch: each thread computes all steps of its samples. */
abstract class RecurrentJob extends DividedJob {

    private final Team team;
    private final int k;

    Recurrence layer = Recurrence.toLastState(1, 1);
    float[] p = {};

    /**
     * A pass, not run yet.
     *
     * @param k U is [units][k·units]
     */
    RecurrentJob(Team team, int k) {
        this.team = team;
        this.k = k;
    }

    /** Runs the pass over n samples, after its other fields are set. */
    final void start(Recurrence layer, float[] p, int n) {
        this.layer = layer;
        this.p = p;
        team.divide(this, n, (long) n * layer.time() * layer.units() * layer.units() * k);
    }
}
