package dev.longhand.model;

import dev.longhand.model.LayerInfo.Outputs;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * Predicts with one model. Any number of threads may use it at once: each call uses a separate workspace,
 * so that threads don't wait for each other. Nothing is allocated once as many threads have predicted at the same time.
 *
 * <p>While parameters are replaced ({@link Parameters#set}, {@code Layer.set}, {@code Weights.load}), a call's outputs
 * are all those of the old parameters or all those of the new ones.
 */
public final class Predictor {

    /** The most samples computed at a time, so that their activations stay in the cache. */
    private static final int BLOCK = 128;

    /** The numbers that the arrays of a block hold together, unless a single sample needs more: 16 MiB. */
    private static final long BLOCK_NUMBERS = 1 << 22;

    /** The longest array of common virtual machines. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Model model;

    /** Those of pool i hold 2ⁱ samples, or a whole block if that is less. */
    private final WorkspacePool[] pools;

    private final int in;
    private final int out;

    /** A predictor with the parameters of {@code model} as they are at each call. */
    public Predictor(Model model, ModelInfo info) {
        this.model = model;
        in = info.input().size();
        out = info.output().size();
        int block = block(info);
        pools = new WorkspacePool[poolOf(block) + 1];
        for (int i = 0; i < pools.length; i++) {
            int samples = Math.min(1 << i, block);
            pools[i] = new WorkspacePool(() -> Workspace.forPredicting(info, samples));
        }
    }

    /** The samples of a block: fewer if samples are large, to limit memory. */
    static int block(ModelInfo info) {
        return block(info, BLOCK, BLOCK_NUMBERS);
    }

    /**
     * The samples of a block.
     *
     * @param most the most of them
     * @param numbers how many numbers their inputs, activations and buffers may hold together, unless a single sample needs
     *     more
     */
    static int block(ModelInfo info, int most, long numbers) {
        long ofSample = info.input().size();
        for (LayerInfo layer : info.layers()) {
            ofSample += layer.outputs() == Outputs.KEPT && !layer.sharesInput()
                    ? layer.output().size()
                    : 0;
        }
        ofSample += info.joinsOutputs() ? info.output().size() : 0;
        for (BufferInfo buffer : info.buffers()) {
            ofSample += buffer.perSample() ? buffer.size() : 0;
        }
        return (int) Math.max(1, Math.min(most, numbers / ofSample));
    }

    /** The number of the first pool whose workspaces hold n samples. */
    private static int poolOf(int n) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(n - 1);
    }

    private WorkspacePool pool(int n) {
        return pools[Math.min(poolOf(n), pools.length - 1)];
    }

    /** The samples that the workspace of a prediction of n samples holds. */
    int workspaceSize(int n) {
        WorkspacePool pool = pool(n);
        Workspace ws = pool.take();
        pool.giveBack(ws);
        return ws.maxBatch();
    }

    /** See {@link Model#predict(float[])}. */
    public float[] predict(float[] x) {
        int n = samples(x);
        float[] y = outputs(n);
        predict(x, n, y);
        return y;
    }

    /** See {@link Model#predict(float[], Lengths)}. */
    public float[] predict(float[] x, Lengths lengths) {
        int n = samples(x, lengths);
        float[] y = outputs(n);
        predict(x, n, y, lengths);
        return y;
    }

    /** The number of samples in x, each of which must have a length that fits the network. */
    int samples(float[] x, Lengths lengths) {
        int n = samples(x);
        lengths.requireFit(model.info());
        if (lengths.count() != n) {
            throw new IllegalArgumentException(
                    lengths.count() + " lengths were given for " + n + " samples: each needs one");
        }
        return n;
    }

    /** An array for the outputs of n samples. */
    float[] outputs(int n) {
        long size = (long) n * out;
        if (size > LONGEST_ARRAY) {
            throw new IllegalArgumentException(n + " samples of " + model.info().name() + " give " + size
                    + " outputs, more than an array can hold: predict at most " + LONGEST_ARRAY / out + " at a time");
        }
        return new float[(int) size];
    }

    /** See {@link Model#sample(float[], int, long)}. */
    public Uncertainty sample(float[] x, int passes, long seed) {
        return sample(x, samples(x), null, passes, seed);
    }

    /** See {@link Model#sample(float[], Lengths, int, long)}. */
    public Uncertainty sample(float[] x, Lengths lengths, int passes, long seed) {
        return sample(x, samples(x, lengths), lengths, passes, seed);
    }

    private Uncertainty sample(float[] x, int n, @Nullable Lengths lengths, int passes, long seed) {
        if (passes < 2) {
            throw new IllegalArgumentException(
                    "passes " + passes + " must be at least 2 to have a spread: 100 are usual");
        }
        WorkspacePool pool = pool(n);
        Workspace ws = pool.take();
        StampedLock lock = model.parameters().lock();
        long stamp = lock.readLock();
        try {
            ws.share(model.parameters().packed());
            return new Sampling(model, ws, x, lengths).run(passes, seed);
        } finally {
            lock.unlockRead(stamp);
            ws.share(null);
            pool.giveBack(ws);
        }
    }

    /** The number of samples in x, which must be whole. */
    int samples(float[] x) {
        if (x.length == 0 || x.length % in != 0) {
            throw new IllegalArgumentException(model.info().name() + " takes samples of " + in + " numbers ("
                    + model.info().input() + "), but the array holds " + x.length);
        }
        return x.length / in;
    }

    /** See {@link Model#predict(float[], int, float[])}. */
    public void predict(float[] x, int n, float[] y) {
        requireRoom(x, n, y);
        predict(x, n, y, null);
    }

    private void predict(float[] x, int n, float[] y, @Nullable Lengths lengths) {
        WorkspacePool pool = pool(n);
        Workspace ws = pool.take();
        try {
            predict(ws, x, n, y, lengths);
        } finally {
            ws.share(null);
            pool.giveBack(ws);
        }
    }

    /**
     * Predicts without a lock, and again with one if the parameters were replaced meanwhile. If x is also y, it can't be
     * read again: then with a lock at once.
     */
    void predict(Workspace ws, float[] x, int n, float[] y, @Nullable Lengths lengths) {
        StampedLock lock = model.parameters().lock();
        long stamp = x == y ? 0 : lock.tryOptimisticRead();
        if (stamp != 0) {
            ws.share(model.parameters().packed());
            predict(ws, x, 0, n, y, lengths);
            if (lock.validate(stamp)) {
                return;
            }
        }
        stamp = lock.readLock();
        try {
            ws.share(model.parameters().packed());
            predict(ws, x, 0, n, y, lengths);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    void requireRoom(float[] x, int n, float[] y) {
        if (n < 1 || x.length < (long) n * in || y.length < (long) n * out) {
            throw new IllegalArgumentException(
                    "%s samples of %s have %s inputs and %s outputs, but x holds %s numbers and y %s"
                            .formatted(n, model.info().name(), (long) n * in, (long) n * out, x.length, y.length));
        }
    }

    /** Predicts the samples {@code from} (inclusive) to {@code from + n} (exclusive) of x, one full workspace at a time. */
    void predict(Workspace ws, float[] x, int from, int n, float[] y, @Nullable Lengths lengths) {
        int end = from + n;
        for (int first = from; first < end; first += ws.maxBatch()) {
            int count = Math.min(ws.maxBatch(), end - first);
            ws.read(x, first, count, lengths);
            model.forward(ws, count);
            System.arraycopy(ws.output(), 0, y, first * out, count * out);
        }
    }
}
