package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.model.Lengths;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Workspace;
import dev.longhand.random.CountedRandom;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Samples in memory: each an input and the target that a network should give for it. Immutable;
 * parts of a data set share its memory.
 *
 * <p>For classes ({@link #ofLabels}) targets are one-hot and the labels are kept beside them.
 */
public final class Dataset {

    /** The key of shuffles, so that they share no random numbers with other uses of the seed. */
    private static final long PURPOSE = 0x73687566L;

    private final Samples samples;

    /** The rows of {@link #samples} that this data set consists of, in its order. */
    private final int[] rows;

    private Dataset(Samples samples, int[] rows) {
        this.samples = samples;
        this.rows = rows;
    }

    /** A data set of all these samples, whose arrays now belong to it. */
    static Dataset of(Samples samples) {
        return new Dataset(samples, IntStream.range(0, samples.count()).toArray());
    }

    /**
     * Samples with numbers as targets.
     *
     * @param x [n][input], n at least 1, every row of one length
     * @param t [n][output], every row of one length
     */
    public static Dataset of(float[][] x, float[][] t) {
        Rows inputs = Rows.copyOf("input", x);
        return of(new Samples(inputs, Shape.of(inputs.width()), Rows.copyOf("target", t), null));
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
        Rows inputs = Rows.copyOf("inputs", x, inputShape.size());
        Rows targets = Rows.copyOf("targets", t, Shape.of(targetSize).size());
        return of(new Samples(inputs, inputShape, targets, null));
    }

    /**
     * Samples of classes, their targets one-hot: for a network with one output for each class.
     *
     * @param x [n][input], n at least 1, every row of one length
     * @param labels [n], each from 0 to classes − 1
     * @param classes the number of classes, at least 2
     */
    public static Dataset ofLabels(float[][] x, int[] labels, int classes) {
        Rows inputs = Rows.copyOf("input", x);
        return of(Samples.ofLabels(inputs, Shape.of(inputs.width()), new Labels(labels.clone(), classes)));
    }

    /** The same for samples of a given shape; x, [n][input] row by row, is copied. */
    public static Dataset ofLabels(float[] x, Shape inputShape, int[] labels, int classes) {
        Rows inputs = Rows.copyOf("inputs", x, inputShape.size());
        return of(Samples.ofLabels(inputs, inputShape, new Labels(labels.clone(), classes)));
    }

    /** Samples of a given shape with targets for several outputs; x, [n][input] row by row, is copied. */
    public static Dataset of(float[] x, Shape inputShape, Targets targets) {
        return of(new Samples(Rows.copyOf("inputs", x, inputShape.size()), inputShape, targets.rows(), null));
    }

    /**
     * Samples of two classes, their targets 0 or 1: for a network with a single output.
     *
     * @param x [n][input], n at least 1, every row of one length
     * @param labels [n], each 0 or 1
     */
    public static Dataset ofBinaryLabels(float[][] x, int[] labels) {
        Labels checked = new Labels(labels.clone(), 2);
        Rows inputs = Rows.copyOf("input", x);
        return of(new Samples(inputs, Shape.of(inputs.width()), checked.numbers(), checked));
    }

    /**
     * The same samples, each of which counts by its weight in metrics and in the loss: E = Σ w·e / Σ w over a batch.
     *
     * @param weights [n], each 0 or more, not all of them 0
     */
    public Dataset withSampleWeights(float... weights) {
        return of(samples.of(rows).withWeights(weights));
    }

    /**
     * The same samples, each of which counts in the loss, but not in metrics, by the weight of its class times its own.
     *
     * @param weights [classes], each 0 or more, not all of them 0
     * @throws IllegalStateException if the samples have no labels
     */
    public Dataset withClassWeights(float... weights) {
        return new Dataset(samples.withClassWeights(weights.clone()), rows);
    }

    /**
     * The same with the class weights n / (classes·n of the class) of those that occur: all count alike in the loss.
     *
     * @throws IllegalStateException if the samples have no labels
     */
    public Dataset balanced() {
        return withClassWeights(Importance.balanced(classCounts(), size()));
    }

    /** The same samples as sequences of these lengths, one for each sample, for a network with {@code masked = true}. */
    public Dataset withLengths(Lengths lengths) {
        return of(samples.of(rows).withLengths(lengths));
    }

    /** The same samples with other targets, in their order, for several outputs; without labels and class weights. */
    public Dataset withTargets(Targets targets) {
        return of(samples.of(rows).withTargets(targets.rows()));
    }

    /** The same samples, the numbers of whose inputs have these names in messages, such as {@code column "age"}. */
    public Dataset withInputNames(List<String> names) {
        return new Dataset(samples.withInputNames(names), rows);
    }

    /** The name of a number of the input in messages: {@code input 3}, if it has no other. */
    public String inputName(int index) {
        return samples.inputs().name(index);
    }

    /** The weight of one sample, 1 unless {@link #withSampleWeights} gave another. */
    public float weight(int sample) {
        return samples.importance().weight(rows[sample]);
    }

    /** All samples of a source, in memory; they are refused if they are more than arrays can hold. */
    public static Dataset of(SampleSource source) throws IOException {
        return of(SampleCopy.of(source));
    }

    /** The number of samples. */
    public int size() {
        return rows.length;
    }

    /** The shape of one input. */
    public Shape inputShape() {
        return samples.inputShape();
    }

    /** The numbers of one target. */
    public int targetSize() {
        return samples.targets().width();
    }

    /** What the targets are, by their values. A part, such as a {@link #take}, says what holds for the whole data set. */
    public TargetKind targetKind() {
        return samples.targetKind();
    }

    /** Whether the samples are of classes, so that each has a label. */
    public boolean hasLabels() {
        return samples.labels() != null;
    }

    /** The number of classes; 0 if the samples have no labels. */
    public int classes() {
        Labels labels = samples.labels();
        return labels == null ? 0 : labels.classes();
    }

    /** A copy of the labels, [n]; empty if the samples have none. */
    public int[] labels() {
        Labels labels = samples.labels();
        return labels == null ? new int[0] : labels.of(rows).values();
    }

    /**
     * The number of samples of each class, [classes].
     *
     * @throws IllegalStateException if the samples have no labels
     */
    public int[] classCounts() {
        return samples.requireLabels().counts(rows);
    }

    /**
     * The label of one sample.
     *
     * @throws IllegalStateException if the samples have none
     */
    public int label(int sample) {
        return samples.requireLabels().values()[rows[sample]];
    }

    /** A copy of the input of one sample. */
    public float[] input(int sample) {
        float[] input = new float[samples.inputs().width()];
        samples.inputs().copy(rows[sample], input, 0);
        return input;
    }

    /** A copy of the target of one sample. */
    public float[] target(int sample) {
        float[] target = new float[samples.targets().width()];
        samples.targets().copy(rows[sample], target, 0);
        return target;
    }

    /** A copy of all inputs, [n][input], flat. */
    public float[] inputs() {
        float[] all = new float[Rows.size("inputs", rows.length, inputShape().size())];
        copyInputs(0, rows.length, all);
        return all;
    }

    /** A copy of all targets, [n][targetSize], flat. */
    public float[] targets() {
        float[] all = new float[Rows.size("targets", rows.length, targetSize())];
        copyTargets(0, rows.length, all);
        return all;
    }

    /** Writes the inputs of {@code n} samples, starting with sample {@code first}, to the first n rows of {@code x}. */
    public void copyInputs(int first, int n, float[] x) {
        for (int i = 0; i < n; i++) {
            samples.inputs().copy(rows[first + i], x, i * samples.inputs().width());
        }
    }

    /** Writes the targets of n samples, starting with sample {@code first}, to the first n rows of {@code t}. */
    public void copyTargets(int first, int n, float[] t) {
        for (int i = 0; i < n; i++) {
            samples.targets().copy(rows[first + i], t, i * samples.targets().width());
        }
    }

    /** Writes a batch: row i of {@code x} and {@code t} becomes sample {@code order[first + i]}. Allocates nothing. */
    public void gather(int[] order, int first, int n, float[] x, float[] t) {
        for (int i = 0; i < n; i++) {
            samples.copy(rows[order[first + i]], x, t, i);
        }
    }

    /** Writes one sample into a row of a buffer. */
    void copyTo(int sample, SampleBuffer buffer, int row) {
        samples.copyTo(rows[sample], buffer, row);
    }

    /** These samples as a source, for what takes sources only, with their weights and lengths. */
    public IndexedSource asSource() {
        return new DatasetSource(this);
    }

    /**
     * Writes a batch into a workspace: row i becomes sample {@code order[first + i]}, for i from 0 to n −
     * 1. Where the network's first layer skips zeros and most inputs are 0, only the non-zero inputs are written.
     * Weights and lengths of the samples are written too.
     */
    public void gather(int[] order, int first, int n, Workspace ws) {
        if (samples.gatherNonZeros(rows, order, first, n, ws)) {
            samples.weighGathered(rows, order, first, n, ws);
        } else {
            gatherAll(order, first, n, ws);
        }
    }

    /** The same, where inputs that are 0 are written too, for a caller that changes them. */
    public void gatherAll(int[] order, int first, int n, Workspace ws) {
        gather(order, first, n, ws.input(), ws.targets());
        samples.weighGathered(rows, order, first, n, ws);
    }

    /** Writes {@code n} samples, starting with sample {@code first}, into the first n rows of a workspace. */
    public void copy(int first, int n, Workspace ws) {
        copyInputs(first, n, ws.input());
        copyTargets(first, n, ws);
    }

    /** Writes targets, weights and lengths of {@code n} samples into the first n rows of a workspace. */
    public void copyTargets(int first, int n, Workspace ws) {
        copyTargets(first, n, ws.targets());
        samples.weigh(rows, first, n, ws);
    }

    /**
     * The first {@code count} samples.
     *
     * @param count from 1 to the number of samples
     */
    public Dataset take(int count) {
        if (count < 1 || count > size()) {
            throw new IllegalArgumentException(
                    "can't take " + count + " of " + size() + " samples: take 1 to " + size());
        }
        return part(Arrays.copyOf(rows, count));
    }

    /**
     * The samples with these indices, in this order; an index may occur more than once.
     *
     * @param samples at least one index, each from 0 to the number of samples − 1
     */
    public Dataset subset(int... samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("a data set needs at least 1 sample, but the subset names none");
        }
        return part(Samples.chosen(rows, samples));
    }

    /** The same samples in a random order, which depends on the seed alone. */
    public Dataset shuffle(long seed) {
        int[] shuffled = rows.clone();
        CountedRandom.shuffle(shuffled, shuffled.length, CountedRandom.key(seed, PURPOSE, 0));
        return part(shuffled);
    }

    /**
     * The first {@code count} samples and the rest, in their order.
     *
     * @param count from 1 to the number of samples − 1
     */
    public Split splitAt(int count) {
        if (count < 1 || count >= size()) {
            throw new IllegalArgumentException(
                    "can't split " + size() + " samples after " + count + ": both parts need at least 1 sample");
        }
        return new Split(part(Arrays.copyOf(rows, count)), part(Arrays.copyOfRange(rows, count, size())));
    }

    /**
     * A random share of the samples and the rest. The same seed gives the same two parts.
     *
     * @param share the first part's share of the samples, above 0 and below 1; both parts need at least 1 sample
     */
    public Split split(double share, long seed) {
        CrossValidation.requireShare(share);
        return shuffle(seed).splitAt((int) Math.round(share * size()));
    }

    /**
     * The same, in which each class has the same share of both parts, as far as its number of samples allows.
     *
     * @throws IllegalStateException if the samples have no labels
     */
    public Split stratifiedSplit(double share, long seed) {
        CrossValidation.requireShare(share);
        return CrossValidation.stratifiedSplit(shuffle(seed), share);
    }

    /** The same samples and targets with other inputs, one for each sample. */
    Dataset withInputs(float[] x, Shape shape) {
        Labels labels = samples.labels() == null ? null : new Labels(labels(), classes());
        Rows inputs = NamedRows.named(Rows.of(x, shape.size()), samples.inputs());
        return of(new Samples(inputs, shape, Rows.of(targets(), targetSize()), labels, targetKind())
                .with(samples.importance().of(rows)));
    }

    /**
     * Checks that a network can be trained and evaluated on these samples. Where neither has flat inputs, their shapes
     * must agree but for dimensions of 1: images of 3×2×2 are no images of 2×2×3.
     *
     * @throws IllegalArgumentException if its inputs have a different size or order, its outputs a different size, or its loss is a cross-entropy or a
     *     log-likelihood and a target isn't a number from 0 to 1
     */
    public void requireFits(ModelInfo model) {
        samples.requireFits(model);
        TargetRange.require(model, this);
    }

    private Dataset part(int[] chosen) {
        return new Dataset(samples, chosen);
    }

    /** In one line: {@code 60000 samples, inputs 28×28×1, 10 classes}. */
    @Override
    public String toString() {
        return size() + (size() == 1 ? " sample" : " samples") + ", inputs " + inputShape()
                + (hasLabels() ? ", " + classes() + " classes" : ", targets " + targetSize())
                + samples.importance();
    }
}
