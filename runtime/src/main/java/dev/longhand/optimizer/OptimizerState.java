package dev.longhand.optimizer;

import dev.longhand.kernel.team.Team;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.ParameterInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an optimizer remembers during one training: how many steps it took and its named arrays, one
 * number a parameter each. For one thread.
 *
 * <p>To write an optimizer of your own, extend this class and implement {@link #apply}.
 */
public abstract class OptimizerState {

    /** A step of fewer parameters is over before another thread has heard of it. */
    private static final int SMALLEST_SHARED = 16_384;

    /** A finite number times this is beyond any penalty, so that a clamp of it is a sign. */
    private static final float HUGE = 3e38f;

    private final String model;
    private final int parameters;
    private final float l1;
    private final float l2;
    private final int[] penalizedRanges;
    private final Map<String, float[]> arrays = new LinkedHashMap<>();
    private final Sharing sharing;
    private long steps;

    /** A state without arrays, before its first step; constructors add theirs by {@link #array}. */
    protected OptimizerState(ModelInfo model, Optimizer settings) {
        this.model = model.name();
        parameters = model.parameterCount();
        l1 = (float) settings.l1();
        l2 = (float) settings.l2();
        penalizedRanges = penalizedRanges(model);
        sharing = new Sharing(model);
    }

    /** A new array of zeros, one a parameter, which is part of this state under that name. */
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
     * @param factor what this step's learning rate is multiplied by, 1 for the rate as it was set
     */
    public final void update(float[] p, float[] g, double factor) {
        begin(p, g);
        update(p, g, 0, parameters, factor);
    }

    /** The same step, done by a team: a share of each array's rows a member. */
    public final void update(float[] p, float[] g, double factor, Team team) {
        if (team.size() == 1 || parameters < SMALLEST_SHARED) {
            update(p, g, factor);
            return;
        }
        begin(p, g);
        sharing.update(p, g, factor, team);
    }

    private void begin(float[] p, float[] g) {
        if (p.length != parameters || g.length != parameters) {
            throw new IllegalArgumentException(model + " has " + parameters + " parameters, but " + p.length
                    + " parameters and " + g.length + " gradients were given");
        }
        beginStep(++steps);
    }

    private void update(float[] p, float[] g, int from, int to, double factor) {
        if (l1 != 0 || l2 != 0) {
            for (int i = 0; i < penalizedRanges.length; i += 2) {
                addPenalties(p, g, Math.max(from, penalizedRanges[i]), Math.min(to, penalizedRanges[i + 1]), l1, l2);
            }
        }
        apply(p, g, from, to, steps, factor);
    }

    /** Called once before each step, for numbers that follow from the steps before it. */
    protected void beginStep(long step) {}

    /**
     * The rule itself, for the parameters {@code from} to before {@code to}: several threads may do the parts
     * of one step at once, so it reads and writes these elements of p, g and the state's arrays only.
     *
     * @param p the parameters, to be changed
     * @param g their gradients, penalties included
     * @param step the number of this step, counted from 1
     * @param factor what the learning rate is to be multiplied by
     */
    protected abstract void apply(float[] p, float[] g, int from, int to, long step, double factor);

    /** Called after {@link #restore}, for numbers that follow from the number of steps. */
    protected void restored(long steps) {}

    /** The number of steps taken. */
    public final long steps() {
        return steps;
    }

    /** The arrays themselves, by name, in a fixed order. */
    public final Map<String, float[]> arrays() {
        return Collections.unmodifiableMap(arrays);
    }

    /** A copy of the whole state, from which {@link #restore} goes on to the bit. */
    public final OptimizerSnapshot snapshot() {
        return new OptimizerSnapshot(steps, arrays);
    }

    /**
     * Goes back to a snapshot of a state of the same optimizer and network.
     *
     * @throws IllegalArgumentException if its arrays are others; nothing is changed then
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
                throw new IllegalArgumentException(model + " has " + parameters + " parameters, but \"" + name
                        + "\" of the snapshot holds " + array.length + " numbers: it's of another network");
            }
        });
        kept.forEach((name, array) -> System.arraycopy(array, 0, arrays.get(name), 0, parameters));
        steps = snapshot.steps();
        restored(steps);
    }

    /** Pairs (from, to), to exclusive, of the parameters that penalties hold for; neighbours merged. */
    static int[] penalizedRanges(ModelInfo model) {
        List<Integer> ranges = new ArrayList<>();
        for (LayerInfo layer : model.layers()) {
            for (ParameterInfo parameter : layer.parameters()) {
                if (!parameter.penalized()) {
                    continue;
                }
                int last = ranges.size() - 1;
                if (last >= 0 && ranges.get(last) == parameter.offset()) {
                    ranges.set(last, parameter.offset() + parameter.size());
                } else {
                    ranges.add(parameter.offset());
                    ranges.add(parameter.offset() + parameter.size());
                }
            }
        }
        return ranges.stream().mapToInt(Integer::intValue).toArray();
    }

    /** g += l2·p + l1·sign(p), the sign written as a clamp, which runs as SIMD. */
    private static void addPenalties(float[] p, float[] g, int from, int to, float l1, float l2) {
        for (int i = from; i < to; i++) {
            g[i] += l2 * p[i] + Math.max(-l1, Math.min(l1, p[i] * HUGE));
        }
    }

    /**
     * A step as a team's job: a member's share are rows of each array. In weights of kernels they are as a rule
     * those whose gradients it computed, so that these and the moments stay in one core's cache.
     */
    private final class Sharing implements Team.Job {

        private final List<ParameterInfo> arrays;
        private float[] p = new float[0];
        private float[] g = p;
        private double factor;
        private int members = 1;

        Sharing(ModelInfo model) {
            arrays = model.layers().stream()
                    .flatMap(layer -> layer.parameters().stream())
                    .toList();
        }

        void update(float[] p, float[] g, double factor, Team team) {
            this.p = p;
            this.g = g;
            this.factor = factor;
            members = team.size();
            team.run(this);
        }

        @Override
        public void run(int member) {
            for (int i = 0; i < arrays.size(); i++) {
                ParameterInfo array = arrays.get(i);
                int rows = array.shape().dimension(0);
                int row = array.size() / rows;
                int from = array.offset() + row * Team.share(rows, member, members);
                int to = array.offset() + row * Team.share(rows, member + 1, members);
                OptimizerState.this.update(p, g, from, to, factor);
            }
        }
    }
}
