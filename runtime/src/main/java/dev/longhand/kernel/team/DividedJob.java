package dev.longhand.kernel.team;

/**
 * A job of equal parts, such as the samples of a batch or the rows of a result; each member of a {@link Team} computes an
 * equal share of them. A subclass holds the arguments of its operation in fields named as in the formula. They are set
 * before each run, so that a job is created once and running it allocates nothing.
 */
public abstract class DividedJob implements Team.Job {

    private int parts;
    private int members = 1;

    /** Sets how many parts there are and how many members share them. */
    final void divide(int parts, int members) {
        this.parts = parts;
        this.members = members;
    }

    @Override
    public final void run(int member) {
        int from = Team.share(parts, member, members);
        int to = Team.share(parts, member + 1, members);
        if (from < to) {
            compute(member, from, to);
        }
    }

    /**
     * Computes the parts {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param member the member that computes them: the index of its scratch arrays
     */
    protected abstract void compute(int member, int from, int to);
}
