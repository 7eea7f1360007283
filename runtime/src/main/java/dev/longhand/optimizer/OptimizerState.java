package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;
import dev.longhand.model.ParameterInfo;
import dev.longhand.model.Threads;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of an optimizer during one training: the number of steps taken, and named arrays with one number for each
 * parameter. To be used by one calling thread at a time.
 *
 * <p>To write an optimizer of your own, extend this class and implement {@link #apply}.
 */
public abstract class OptimizerState {

    /** With fewer parameters, waking a thread costs more than it saves. */
    private static final int SMALLEST_SHARED = 16_384;

    /** x·HUGE, clamped to ±l1, is l1·sign(x). */
    private static final float HUGE = 3e38f;

    private final ModelInfo model;
    private final Optimizer settings;
    private final int parameters;
    private ParameterRange[] trained;
    private ParameterRange[] penalized;
    private final Map<String, float[]> arrays = new LinkedHashMap<>();
    private final Sharing sharing;
    private long steps;

    /** A state without arrays, before its first step; constructors add theirs by {@link #array}. */
    protected OptimizerState(ModelInfo model, Optimizer settings) {
        this.model = model;
        this.settings = settings;
        parameters = model.parameterCount();
        trained = array(ParameterRange.trained(model, LayerRules.none()));
        penalized = array(ParameterRange.penalized(model, LayerRules.none(), settings));
        sharing = new Sharing(model);
    }

    private static ParameterRange[] array(List<ParameterRange> ranges) {
        return ranges.toArray(new ParameterRange[0]);
    }

    /**
     * Treats single layers by these rules from the next step on; by default all are treated alike.
     *
     * @throws IllegalArgumentException if the network hasn't the layers they name
     */
    public final void follow(LayerRules rules) {
        rules.requireFor(model);
        trained = array(ParameterRange.trained(model, rules));
        penalized = array(ParameterRange.penalized(model, rules, settings));
    }

    /**
     * A new array of zeros, one for each parameter, registered in this state under this name. A training whose arrays
     * aren't finite at the end of an epoch has diverged.
     */
    protected final float[] array(String name) {
        float[] array = new float[parameters];
        arrays.put(name, array);
        return array;
    }

    /**
     * Takes one step: changes the parameters by their gradients. Penalties are added to the gradients
     * in place. Allocates nothing.
     *
     * @param p the model's parameters
     * @param g their gradients
     * @param factor the factor of this step's learning rate, 1 for the rate as set
     */
    public final void update(float[] p, float[] g, double factor) {
        begin(p, g);
        update(p, g, 0, parameters, factor);
    }

    /** The same step by several threads: each updates its share of every array's rows. */
    public final void update(float[] p, float[] g, double factor, Threads threads) {
        if (threads.count() == 1 || parameters < SMALLEST_SHARED) {
            update(p, g, factor);
            return;
        }
        begin(p, g);
        sharing.update(p, g, factor, threads);
    }

    private void begin(float[] p, float[] g) {
        if (p.length != parameters || g.length != parameters) {
            throw new IllegalArgumentException(model.name() + " has " + parameters + " parameters, but " + p.length
                    + " parameters and " + g.length + " gradients were given");
        }
        beginStep(++steps);
    }

    private void update(float[] p, float[] g, int from, int to, double factor) {
        for (int i = 0; i < penalized.length; i++) {
            ParameterRange range = penalized[i];
            addPenalties(p, g, Math.max(from, range.from()), Math.min(to, range.to()), range.l1(), range.l2());
        }
        for (int i = 0; i < trained.length; i++) {
            int begin = Math.max(from, trained[i].from());
            int end = Math.min(to, trained[i].to());
            if (begin < end) {
                apply(p, g, begin, end, steps, factor);
            }
        }
    }

    /** Called once before each step, to update numbers that depend on the steps before it. */
    protected void beginStep(long step) {}

    /**
     * The rule itself, for the parameters {@code from} (inclusive) to {@code to} (exclusive). Several threads may
     * compute parts of one step at once, so it reads and writes these elements of p, g and the state's arrays only.
     *
     * @param p the parameters, to be changed
     * @param g their gradients, penalties included
     * @param step the number of this step, counted from 1
     * @param factor the factor of the learning rate
     */
    protected abstract void apply(float[] p, float[] g, int from, int to, long step, double factor);

    /** Called after {@link #restore}, to recompute numbers that depend on the number of steps. */
    protected void restored(long steps) {}

    /** The number of steps taken. */
    public final long steps() {
        return steps;
    }

    /** The arrays themselves, by name, in a fixed order. */
    public final Map<String, float[]> arrays() {
        return Collections.unmodifiableMap(arrays);
    }

    /** A copy of the whole state, from which {@link #restore} continues to the bit. */
    public final OptimizerSnapshot snapshot() {
        return new OptimizerSnapshot(steps, arrays);
    }

    /**
     * Restores a snapshot of a state of the same optimizer and network.
     *
     * @throws IllegalArgumentException if its arrays differ; nothing is changed then
     */
    public final void restore(OptimizerSnapshot snapshot) {
        Map<String, float[]> kept = snapshot.arrays();
        if (!kept.keySet().equals(arrays.keySet())) {
            throw new IllegalArgumentException("the snapshot holds the arrays "
                    + kept.keySet() + ", but this optimizer keeps " + arrays.keySet()
                    + ": resume with the optimizer that the training began with");
        }
        kept.forEach((name, array) -> {
            if (array.length != parameters) {
                throw new IllegalArgumentException(model.name() + " has " + parameters + " parameters, but \"" + name
                        + "\" of the snapshot holds " + array.length + " numbers: it's of another network");
            }
        });
        kept.forEach((name, array) -> System.arraycopy(array, 0, arrays.get(name), 0, parameters));
        steps = snapshot.steps();
        restored(steps);
    }

    /** g += l2·p + l1·sign(p), the sign written as a clamp, which runs as SIMD. */
    private static void addPenalties(float[] p, float[] g, int from, int to, float l1, float l2) {
        for (int i = from; i < to; i++) {
            g[i] += l2 * p[i] + Math.max(-l1, Math.min(l1, p[i] * HUGE));
        }
    }

    /**
     * A step that threads share by the rows of each array. In weights these are usually the rows whose gradients the
     * thread computed, so that gradients and moments stay in the cache of one core.
     */
    private final class Sharing implements Threads.Task {

        private final List<ParameterInfo> arrays;
        private float[] p = new float[0];
        private float[] g = p;
        private double factor;
        private Threads threads = Threads.of(1);

        Sharing(ModelInfo model) {
            arrays = model.layers().stream()
                    .flatMap(layer -> layer.parameters().stream())
                    .toList();
        }

        void update(float[] p, float[] g, double factor, Threads threads) {
            this.p = p;
            this.g = g;
            this.factor = factor;
            this.threads = threads;
            threads.run(this);
        }

        @Override
        public void run(int thread) {
            for (int i = 0; i < arrays.size(); i++) {
                ParameterInfo array = arrays.get(i);
                int rows = array.shape().dimension(0);
                int row = array.size() / rows;
                int from = array.offset() + row * threads.begin(rows, thread);
                int to = array.offset() + row * threads.begin(rows, thread + 1);
                OptimizerState.this.update(p, g, from, to, factor);
            }
        }
    }
}
