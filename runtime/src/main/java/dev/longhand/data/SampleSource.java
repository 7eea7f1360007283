package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.model.ModelInfo;
import java.io.IOException;
import java.util.List;

/**
 * Samples that are read anew in each epoch, so that they needn't fit into memory: a file, a folder of images, rows of a
 * database. A {@link Dataset} holds its samples in memory and is faster where they fit.
 *
 * <p>Each {@link #open} reads the same samples in the same order. A source whose samples can be read in any order
 * implements {@link IndexedSource}.
 */
public interface SampleSource {

    /** The size of a source that isn't known before its end. */
    long UNKNOWN = -1;

    /**
     * The samples that an iterable gives, with numbers as targets. Each epoch asks it for another iterator, which must
     * give the same samples again; one more counts them.
     *
     * @param inputShape the shape of each input
     * @param targetSize the numbers of each target
     */
    static SampleSource of(Iterable<Sample> samples, Shape inputShape, int targetSize) {
        return new IterableSource(samples, inputShape, Shape.of(targetSize).size(), 0);
    }

    /**
     * The samples of classes that an iterable gives, with one-hot targets, see {@link Sample#ofLabel}.
     *
     * @param inputShape the shape of each input
     * @param classes the number of classes, at least 2
     */
    static SampleSource ofLabels(Iterable<Sample> samples, Shape inputShape, int classes) {
        Labels.requireClasses(classes);
        return new IterableSource(samples, inputShape, classes, classes);
    }

    /**
     * The same samples, each of which counts in the loss, but not in metrics, by the weight of its class times its own.
     *
     * @param weights [classes], each 0 or more, not all of them 0
     * @throws IllegalStateException if the samples have no labels
     */
    default SampleSource withClassWeights(float... weights) {
        return ClassWeightedSource.of(this, weights);
    }

    /** The shape of one input. */
    Shape inputShape();

    /** The numbers of one target. */
    int targetSize();

    /** The number of samples, or {@link #UNKNOWN}: then a training counts them first. */
    default long size() {
        return UNKNOWN;
    }

    /** The number of classes if targets are classes, one-hot or, of two, 0 and 1; otherwise 0, the default. */
    default int classes() {
        return 0;
    }

    /**
     * The classes that are known to have no sample, which a training warns of: by default none is known. A data set and
     * mapped arrays know them; of an iterable, whose samples a training counts, it finds them by itself. A folder of images
     * has samples of each class, and a CSV file is not looked at for them.
     */
    default List<Integer> absentClasses() {
        return List.of();
    }

    /** What the targets are: by default what {@link #classes} implies, and otherwise numbers. */
    default TargetKind targetKind() {
        if (classes() == 0) {
            return TargetKind.NUMBERS;
        }
        return targetSize() == 1 ? TargetKind.ZERO_OR_ONE : TargetKind.ONE_HOT;
    }

    /**
     * The name of a number of the input in messages, such as the name of a column.
     *
     * @param index from 0 to the size of the input − 1
     */
    default String inputName(int index) {
        return "input " + index;
    }

    /**
     * Checks that a network can be trained and evaluated on these samples, by their sizes.
     *
     * @throws IllegalArgumentException if its inputs have a different size or order, or its outputs a different size
     */
    default void requireFits(ModelInfo model) {
        new SampleForm(inputShape(), targetSize(), classes()).requireFits(model);
    }

    /** Begins to read at the first sample. */
    SampleReader open() throws IOException;
}
