package dev.longhand.model;

import dev.longhand.kernel.Team;

/**
 * Predicts many samples at a time with several threads, each of them its share. A sample's outputs have
 * the same bits for any number of threads, and in any company.
 *
 * <pre>{@code
 * try (BatchPredictor predictor = BatchPredictor.of(model)) {
 *     predictor.predict(x, n, y);
 * }
 * }</pre>
 *
 * <p>For one calling thread, which does a share as well. Allocates nothing once it has predicted as many
 * samples before. The parameters are those that the model has at each call.
 */
public final class BatchPredictor implements AutoCloseable {

    private final Model model;
    private final Team team;
    private final Team.Job job = this::predictShare;
    private float[] x = {};
    private float[] y = {};
    private int n;

    private BatchPredictor(Model model, Team team) {
        this.model = model;
        this.team = team;
    }

    /** With as many threads as there are processors. */
    public static BatchPredictor of(Model model) {
        return of(model, Runtime.getRuntime().availableProcessors());
    }

    /**
     * With this many threads, the calling one among them.
     *
     * @param threads at least 1
     */
    public static BatchPredictor of(Model model, int threads) {
        return new BatchPredictor(model, new Team(threads));
    }

    /** See {@link Model#predict(float...)}. */
    public float[] predict(float[] x) {
        int n = model.predictor().samples(x);
        float[] y = new float[Math.multiplyExact(n, model.info().output().size())];
        predict(x, n, y);
        return y;
    }

    /** See {@link Model#predict(float[], int, float[])}. */
    public void predict(float[] x, int n, float[] y) {
        model.predictor().requireRoom(x, n, y);
        if (n == 1) {
            model.predictor().predict(x, 0, 1, y);
            return;
        }
        this.x = x;
        this.y = y;
        this.n = n;
        team.run(job);
    }

    private void predictShare(int member) {
        int first = Team.share(n, member, team.size());
        model.predictor().predict(x, first, Team.share(n, member + 1, team.size()) - first, y);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        team.close();
    }
}
