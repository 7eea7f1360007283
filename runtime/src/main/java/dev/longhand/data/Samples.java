package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.kernel.dense.InputBatch;
import dev.longhand.model.Lengths;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of a data set, which all its parts share.
 *
 * @param inputs one row for each sample
 * @param nonZeros the inputs that aren't 0
 * @param inputShape the shape of one input
 * @param targets one row for each sample
 * @param labels their classes, or null
 * @param targetKind what the targets are: those of the first data set, if these samples are a transformed part of it
 * @param importance how much each of them counts
 */
record Samples(
        Rows inputs,
        NonZeroIndex nonZeros,
        Shape inputShape,
        Rows targets,
        @Nullable Labels labels,
        TargetKind targetKind,
        Importance importance) {

    Samples {
        if (inputs.count() == 0) {
            throw new IllegalArgumentException("a data set needs at least 1 sample, but none was given");
        }
        if (inputs.count() != targets.count()) {
            throw new IllegalArgumentException(inputs.count() + " inputs and " + targets.count()
                    + (labels == null ? " targets" : " labels") + " were given: each sample needs one of each");
        }
    }

    Samples(Rows inputs, Shape inputShape, Rows targets, @Nullable Labels labels) {
        this(inputs, inputShape, targets, labels, TargetKind.of(targets));
    }

    Samples(Rows inputs, Shape inputShape, Rows targets, @Nullable Labels labels, TargetKind targetKind) {
        this(inputs, new NonZeroIndex(inputs), inputShape, targets, labels, targetKind, Importance.EQUAL);
    }

    /** See {@link Dataset#withSampleWeights}. */
    Samples withWeights(float[] weights) {
        return with(importance.withWeights(weights, count()));
    }

    /** See {@link Dataset#withTargets}. */
    Samples withTargets(Rows others) {
        return new Samples(
                inputs, nonZeros, inputShape, others, null, TargetKind.of(others), importance.withoutClassWeights());
    }

    /** See {@link Dataset#withClassWeights}. */
    Samples withClassWeights(float[] weights) {
        return with(importance.withClassWeights(weights, requireLabels().classes()));
    }

    /** See {@link Dataset#withInputNames}. */
    Samples withInputNames(List<String> names) {
        Rows named = new NamedRows(inputs, names);
        return new Samples(named, nonZeros, inputShape, targets, labels, targetKind, importance);
    }

    /** See {@link Dataset#withLengths}. */
    Samples withLengths(Lengths lengths) {
        return with(importance.withLengths(lengths, count()));
    }

    /** These of the rows, by their indices. */
    static int[] chosen(int[] rows, int... indices) {
        int[] chosen = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= rows.length) {
                throw new IllegalArgumentException(
                        "there is no sample " + indices[i] + ": the " + rows.length + " samples are counted from 0");
            }
            chosen[i] = rows[indices[i]];
        }
        return chosen;
    }

    /** Copies a sample to row {@code at} of x and t. */
    void copy(int row, float[] x, float[] t, int at) {
        inputs.copy(row, x, at * inputs.width());
        targets.copy(row, t, at * targets.width());
    }

    /** Copies a sample to row {@code at} of a buffer. */
    void copyTo(int row, SampleBuffer buffer, int at) {
        copy(row, buffer.inputs(), buffer.targets(), at);
        if (!importance.isEqual()) {
            importance.apply(buffer, inputShape.dimension(0), at, row, labels);
        }
    }

    /** Says how much each row of a workspace counts, where row i holds {@code rows[order[first + i]]}. */
    void weighGathered(int[] rows, int[] order, int first, int n, Workspace ws) {
        importance.begin(ws);
        for (int i = 0; i < n && !importance.isEqual(); i++) {
            importance.apply(ws, i, rows[order[first + i]], labels);
        }
    }

    /** The same where row i holds {@code rows[first + i]}. */
    void weigh(int[] rows, int first, int n, Workspace ws) {
        importance.begin(ws);
        for (int i = 0; i < n && !importance.isEqual(); i++) {
            importance.apply(ws, i, rows[first + i], labels);
        }
    }

    /** The same samples, which count by this importance. */
    Samples with(Importance other) {
        return new Samples(inputs, nonZeros, inputShape, targets, labels, targetKind, other);
    }

    /** These rows of the samples, without copies of their numbers. */
    Samples of(int[] rows) {
        boolean areAll = rows.length == count();
        for (int i = 0; areAll && i < rows.length; i++) {
            areAll = rows[i] == i;
        }
        if (areAll) {
            return this;
        }
        return new Samples(
                        new ChosenRows(inputs, rows),
                        inputShape,
                        new ChosenRows(targets, rows),
                        labels == null ? null : labels.of(rows),
                        targetKind)
                .with(importance.of(rows));
    }

    /** Samples of classes with one-hot targets. */
    static Samples ofLabels(Rows inputs, Shape inputShape, Labels labels) {
        return new Samples(inputs, inputShape, labels.oneHot(), labels);
    }

    /** The number of samples. */
    int count() {
        return inputs.count();
    }

    /**
     * The classes of the samples.
     *
     * @throws IllegalStateException if they have none
     */
    Labels requireLabels() {
        if (labels == null) {
            throw new IllegalStateException(
                    "these samples have targets but no labels: make the data set with Dataset.ofLabels");
        }
        return labels;
    }

    /**
     * Writes a batch into a workspace, of the inputs only those that aren't 0: see {@link Dataset#gather}.
     *
     * @return whether it was written, as the network skips zeros and most inputs are 0
     */
    boolean gatherNonZeros(int[] rows, int[] order, int first, int n, Workspace ws) {
        NonZeroIndex.Lists lists = ws.skipsZeros() && importance.lengths() == null ? nonZeros.lists() : null;
        if (lists == null) {
            return false;
        }
        InputBatch batch = ws.inputBatch();
        batch.beginSparse(lists.columns(), lists.values());
        for (int i = 0; i < n; i++) {
            int row = rows[order[first + i]];
            batch.addSparse(lists.starts()[row], lists.starts()[row + 1]);
            targets.copy(row, ws.targets(), i * targets.width());
        }
        return true;
    }

    /** See {@link Dataset#requireFits}. */
    void requireFits(ModelInfo model) {
        importance.requireFits(model);
        new SampleForm(inputShape, targets.width(), labels == null ? 0 : labels.classes()).requireFits(model);
    }
}
