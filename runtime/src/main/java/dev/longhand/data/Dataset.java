package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.kernel.InputBatch;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Workspace;
import dev.longhand.random.CountedRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Samples in memory: each an input and the target that a network should give for it. Immutable;
 * parts of a data set share its memory.
 *
 * <p>For classes ({@link #ofLabels}) targets are one-hot and the labels are kept beside them.
 */
public final class Dataset {

    /** Keeps shuffles of data sets apart from all other random numbers of the same seed. */
    private static final long PURPOSE = 0x73687566L;

    private final Rows inputs;
    private final Zeros zeros;
    private final Shape inputShape;
    private final Rows targets;
    private final int @Nullable [] labels;
    private final int classes;
    private final int[] rows;

    private Dataset(
            Rows inputs,
            Zeros zeros,
            Shape inputShape,
            Rows targets,
            int @Nullable [] labels,
            int classes,
            int[] rows) {
        this.inputs = inputs;
        this.zeros = zeros;
        this.inputShape = inputShape;
        this.targets = targets;
        this.labels = labels;
        this.classes = classes;
        this.rows = rows;
    }

    /** All of these rows; the arrays behind them now belong to the data set. */
    static Dataset of(Rows inputs, Shape inputShape, Rows targets, int @Nullable [] labels, int classes) {
        if (inputs.count() == 0) {
            throw new IllegalArgumentException("a data set needs at least 1 sample, but none was given");
        }
        if (inputs.count() != targets.count()) {
            throw new IllegalArgumentException(inputs.count() + " inputs and " + targets.count()
                    + (labels == null ? " targets" : " labels") + " were given: each sample needs one of each");
        }
        return new Dataset(
                inputs,
                new Zeros(inputs),
                inputShape,
                targets,
                labels,
                classes,
                IntStream.range(0, inputs.count()).toArray());
    }

    /**
     * Samples with numbers as targets.
     *
     * @param x [n][input], n at least 1, every row of one length
     * @param t [n][output], every row of one length
     */
    public static Dataset of(float[][] x, float[][] t) {
        Rows inputs = rows("input", x);
        return of(inputs, Shape.of(inputs.width()), rows("target", t), null, 0);
    }

    /**
     * Samples of a given shape with numbers as targets, from flat arrays, which are copied.
     *
     * @param x [n][input], row by row
     * @param inputShape the shape of one sample
     * @param t [n][targetSize], row by row
     * @param targetSize the numbers of one target, at least 1
     */
    public static Dataset of(float[] x, Shape inputShape, float[] t, int targetSize) {
        return of(
                rows("inputs", x, inputShape.size()),
                inputShape,
                rows("targets", t, Shape.of(targetSize).size()),
                null,
                0);
    }

    /**
     * Samples of classes, their targets one-hot: for a network with one output a class.
     *
     * @param x [n][input], n at least 1, every row of one length
     * @param labels [n], each from 0 to classes − 1
     * @param classes the number of classes, at least 2
     */
    public static Dataset ofLabels(float[][] x, int[] labels, int classes) {
        Rows inputs = rows("input", x);
        return ofLabels(inputs, Shape.of(inputs.width()), labels.clone(), classes);
    }

    /**
     * Samples of classes and of a given shape, from a flat array, which is copied.
     *
     * @param x [n][input], row by row
     * @param inputShape the shape of one sample
     * @param labels [n], each from 0 to classes − 1
     * @param classes the number of classes, at least 2
     */
    public static Dataset ofLabels(float[] x, Shape inputShape, int[] labels, int classes) {
        return ofLabels(rows("inputs", x, inputShape.size()), inputShape, labels.clone(), classes);
    }

    /** The arrays behind inputs and labels now belong to the data set. */
    static Dataset ofLabels(Rows inputs, Shape inputShape, int[] labels, int classes) {
        checkLabels(labels, classes);
        return of(inputs, inputShape, Rows.oneHot(labels, classes), labels, classes);
    }

    /**
     * Samples of two classes, their targets 0 or 1: for a network with a single output.
     *
     * @param x [n][input], n at least 1, every row of one length
     * @param labels [n], each 0 or 1
     */
    public static Dataset ofBinaryLabels(float[][] x, int[] labels) {
        checkLabels(labels, 2);
        Rows inputs = rows("input", x);
        return of(inputs, Shape.of(inputs.width()), numbers(labels), labels.clone(), 2);
    }

    /** The labels as targets of one number each. */
    static Rows numbers(int[] labels) {
        float[] values = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            values[i] = labels[i];
        }
        return Rows.of(values, 1);
    }

    static void checkLabels(int[] labels, int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("classes = " + classes + ": there must be at least 2");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("label " + labels[i] + " of sample " + i + " is not a class: with "
                        + classes + " classes, labels run from 0 to " + (classes - 1));
            }
        }
    }

    private static Rows rows(String what, float[][] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("a data set needs at least 1 sample, but no " + what + " was given");
        }
        int width = x[0].length;
        if (width == 0) {
            throw new IllegalArgumentException("the first " + what + " is empty: it needs at least 1 number");
        }
        float[] values = new float[Math.multiplyExact(x.length, width)];
        for (int i = 0; i < x.length; i++) {
            if (x[i].length != width) {
                throw new IllegalArgumentException(what + " " + i + " has " + x[i].length + " numbers, but " + what
                        + " 0 has " + width + ": all must have the same number");
            }
            System.arraycopy(x[i], 0, values, i * width, width);
        }
        return Rows.of(values, width);
    }

    private static Rows rows(String what, float[] values, int width) {
        if (values.length % width != 0) {
            throw new IllegalArgumentException(
                    values.length + " numbers of " + what + " can't be split into samples of " + width + " numbers");
        }
        return Rows.of(values.clone(), width);
    }

    /** The number of samples. */
    public int size() {
        return rows.length;
    }

    /** The shape of one input. */
    public Shape inputShape() {
        return inputShape;
    }

    /** The numbers of one target. */
    public int targetSize() {
        return targets.width();
    }

    /** Whether the samples are of classes, so that each has a label. */
    public boolean hasLabels() {
        return labels != null;
    }

    /** The number of classes; 0 if the samples have no labels. */
    public int classes() {
        return classes;
    }

    /** A copy of the labels, [n]; empty if the samples have none. */
    public int[] labels() {
        if (labels == null) {
            return new int[0];
        }
        int[] copy = new int[rows.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = labels[rows[i]];
        }
        return copy;
    }

    /** The label of one sample. */
    public int label(int sample) {
        if (labels == null) {
            throw new IllegalStateException(
                    "these samples have targets but no labels: make the data set with Dataset.ofLabels");
        }
        return labels[rows[sample]];
    }

    /** A copy of the input of one sample. */
    public float[] input(int sample) {
        float[] input = new float[inputs.width()];
        inputs.copy(rows[sample], input, 0);
        return input;
    }

    /** A copy of the target of one sample. */
    public float[] target(int sample) {
        float[] target = new float[targets.width()];
        targets.copy(rows[sample], target, 0);
        return target;
    }

    /** A copy of all inputs, [n][input], flat. */
    public float[] inputs() {
        float[] all = new float[Math.multiplyExact(rows.length, inputs.width())];
        copyInputs(0, rows.length, all);
        return all;
    }

    /** A copy of all targets, [n][targetSize], flat. */
    public float[] targets() {
        float[] all = new float[Math.multiplyExact(rows.length, targets.width())];
        copyTargets(0, rows.length, all);
        return all;
    }

    /** Writes the inputs of {@code n} samples from sample {@code first} on to the first n rows of {@code x}. */
    public void copyInputs(int first, int n, float[] x) {
        for (int i = 0; i < n; i++) {
            inputs.copy(rows[first + i], x, i * inputs.width());
        }
    }

    /** Writes the targets of {@code n} samples from sample {@code first} on to the first n rows of {@code t}. */
    public void copyTargets(int first, int n, float[] t) {
        for (int i = 0; i < n; i++) {
            targets.copy(rows[first + i], t, i * targets.width());
        }
    }

    /**
     * Writes a batch: row i of {@code x} and {@code t} becomes sample {@code order[first + i]}, for i
     * from 0 to n − 1. Allocates nothing.
     */
    public void gather(int[] order, int first, int n, float[] x, float[] t) {
        for (int i = 0; i < n; i++) {
            int row = rows[order[first + i]];
            inputs.copy(row, x, i * inputs.width());
            targets.copy(row, t, i * targets.width());
        }
    }

    /**
     * Writes a batch into a workspace: row i becomes sample {@code order[first + i]}, for i from 0 to n −
     * 1. Where the network's first layer skips zeros and most of these inputs are, only the others.
     */
    public void gather(int[] order, int first, int n, Workspace ws) {
        Zeros.Index index = ws.skipsZeros() ? zeros.index() : null;
        if (index == null) {
            gather(order, first, n, ws.input(), ws.targets());
            return;
        }
        InputBatch batch = ws.inputBatch();
        batch.beginSparse(index.places(), index.values());
        for (int i = 0; i < n; i++) {
            int row = rows[order[first + i]];
            batch.addSparse(index.starts()[row], index.starts()[row + 1]);
            targets.copy(row, ws.targets(), i * targets.width());
        }
    }

    /** The first {@code count} samples. */
    public Dataset take(int count) {
        if (count < 1 || count > size()) {
            throw new IllegalArgumentException(
                    "can't take " + count + " of " + size() + " samples: take 1 to " + size());
        }
        return part(Arrays.copyOf(rows, count));
    }

    /** These samples in this order, each counted from 0; a sample may come more than once. */
    public Dataset subset(int... samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("a data set needs at least 1 sample, but the subset names none");
        }
        int[] chosen = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            if (samples[i] < 0 || samples[i] >= size()) {
                throw new IllegalArgumentException(
                        "there is no sample " + samples[i] + ": the " + size() + " samples are counted from 0");
            }
            chosen[i] = rows[samples[i]];
        }
        return part(chosen);
    }

    /** The same samples in a random order, which follows from the seed alone. */
    public Dataset shuffle(long seed) {
        int[] shuffled = rows.clone();
        shuffle(shuffled, CountedRandom.key(seed, PURPOSE, 0));
        return part(shuffled);
    }

    /** Fisher and Yates' shuffle, by the random numbers of this key. */
    public static void shuffle(int[] order, long key) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = CountedRandom.below(i + 1, key, i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /** The first {@code count} samples and the rest, in their order; both get at least one. */
    public Split splitAt(int count) {
        if (count < 1 || count >= size()) {
            throw new IllegalArgumentException(
                    "can't split " + size() + " samples after " + count + ": both parts need at least 1 sample");
        }
        return new Split(part(Arrays.copyOf(rows, count)), part(Arrays.copyOfRange(rows, count, size())));
    }

    /**
     * A random share of the samples and the rest, drawn by the seed.
     *
     * @param share the first part's share of the samples, above 0 and below 1
     */
    public Split split(double share, long seed) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a share of " + share + " is not between 0 and 1: use 0.8 for 80 %");
        }
        return shuffle(seed).splitAt((int) Math.round(share * size()));
    }

    /** The same samples and targets with other inputs, one a sample. */
    Dataset withInputs(float[] x, Shape shape) {
        float[] t = targets();
        int[] kept = labels == null ? null : labels();
        return of(Rows.of(x, shape.size()), shape, Rows.of(t, targetSize()), kept, classes);
    }

    /**
     * Checks that a network can be trained and evaluated on these samples.
     *
     * @throws IllegalArgumentException if its inputs or outputs have another size
     */
    public void requireFits(ModelInfo model) {
        if (inputs.width() != model.input().size()) {
            throw new IllegalArgumentException(
                    model.name() + " takes inputs of " + model.input().size() + " numbers (" + model.input()
                            + "), but those of the data set have " + inputs.width() + " (" + inputShape + ")");
        }
        int outputs = model.output().size();
        if (targets.width() == outputs) {
            return;
        }
        String remedy = "";
        if (labels != null && outputs == 1 && classes == 2) {
            remedy = ": make it with Dataset.ofBinaryLabels";
        } else if (labels != null && outputs == classes) {
            remedy = ": make its targets one-hot";
        } else if (labels != null) {
            remedy = ": a network for its " + classes + " classes needs " + classes + " outputs";
        }
        throw new IllegalArgumentException(model.name() + " has " + outputs + (outputs == 1 ? " output" : " outputs")
                + ", but a target of the data set has " + targets.width()
                + (targets.width() == 1 ? " number" : " numbers") + remedy);
    }

    private Dataset part(int[] chosen) {
        return new Dataset(inputs, zeros, inputShape, targets, labels, classes, chosen);
    }

    /** In one line: {@code 60000 samples, inputs 28×28×1, 10 classes}. */
    @Override
    public String toString() {
        return size() + (size() == 1 ? " sample" : " samples") + ", inputs " + inputShape
                + (labels == null ? ", targets " + targetSize() : ", " + classes + " classes");
    }
}
