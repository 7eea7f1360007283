package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.io.InvalidFileException;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Samples in files that are mapped into memory: one array of inputs and one of targets or labels, a row for each sample.
 *
 * <pre>{@code
 * MappedArray images = MappedArray.idx(Path.of("train-images-idx3-ubyte"));
 * MappedArray digits = MappedArray.idx(Path.of("train-labels-idx1-ubyte"));
 * trainer.fit(MappedSource.ofLabels(images, digits, 10).divideInputs(255));
 * }</pre>
 *
 * <p>Immutable.
 */
public final class MappedSource implements IndexedSource {

    private final MappedArray inputs;
    private final MappedArray targets;
    private final Shape inputShape;
    private final int targetSize;
    private final int classes;
    private final List<Integer> absentClasses;
    private final float divisor;

    private MappedSource(
            MappedArray inputs,
            MappedArray targets,
            Shape inputShape,
            int classes,
            List<Integer> absentClasses,
            float divisor) {
        this.inputs = inputs;
        this.targets = targets;
        this.inputShape = inputShape;
        this.classes = classes;
        this.absentClasses = absentClasses;
        this.divisor = divisor;
        targetSize = classes > 0 ? classes : targets.rowSize();
    }

    /**
     * Samples with numbers as targets.
     *
     * @throws IllegalArgumentException if the arrays don't have as many rows as each other
     */
    public static MappedSource of(MappedArray inputs, MappedArray targets) {
        requireRows(inputs, targets, "targets");
        return new MappedSource(inputs, targets, shape(inputs), 0, List.of(), 1);
    }

    /**
     * Samples of classes, their targets one-hot. Reads all labels once to check them.
     *
     * @param labels a row of one number for each sample, each a whole number from 0 to classes − 1
     * @param classes the number of classes, at least 2
     * @throws IllegalArgumentException if the arrays don't have as many rows as each other
     * @throws InvalidFileException if a label isn't a class
     */
    public static MappedSource ofLabels(MappedArray inputs, MappedArray labels, int classes) throws IOException {
        Labels.requireClasses(classes);
        requireRows(inputs, labels, "labels");
        if (labels.rowSize() != 1) {
            throw new IllegalArgumentException(labels.file() + " has rows of " + labels.rowSize()
                    + " numbers, but a label is one number: for one-hot rows use MappedSource.of");
        }
        boolean[] occurs = new boolean[classes];
        float[] label = new float[1];
        for (int row = 0; row < labels.rows(); row++) {
            labels.read(row, label, 0);
            if (!(label[0] >= 0 && label[0] < classes) || label[0] != (int) label[0]) {
                throw new InvalidFileException(
                        labels.file(),
                        "label " + label[0] + " of sample " + row + " is not a class: with " + classes
                                + " classes, labels are whole numbers from 0 to " + (classes - 1));
            }
            occurs[(int) label[0]] = true;
        }
        List<Integer> absent =
                IntStream.range(0, classes).filter(c -> !occurs[c]).boxed().toList();
        return new MappedSource(inputs, labels, shape(inputs), classes, absent, 1);
    }

    private static void requireRows(MappedArray inputs, MappedArray targets, String what) {
        if (inputs.rows() != targets.rows()) {
            throw new IllegalArgumentException(inputs.file() + " holds " + inputs.rows() + " inputs and "
                    + targets.file() + " " + targets.rows() + " " + what + ": each sample needs one of each");
        }
    }

    private static Shape shape(MappedArray inputs) {
        List<Integer> dimensions = inputs.shape().dimensions();
        return dimensions.size() == 1 ? Shape.of(1) : new Shape(dimensions.subList(1, dimensions.size()));
    }

    /** The same samples, their inputs divided by this number: by 255 for pixels of 8 bits. */
    public MappedSource divideInputs(float divisor) {
        if (!(Math.abs(divisor) > 0) || Float.isInfinite(divisor)) {
            throw new IllegalArgumentException(
                    "inputs can't be divided by " + divisor + ": use 255 for pixels of 8 bits");
        }
        return new MappedSource(inputs, targets, inputShape, classes, absentClasses, divisor);
    }

    /**
     * The same samples, their inputs read as this shape, which a network may need: 28 × 28 numbers as 28 × 28 × 1.
     *
     * @throws IllegalArgumentException if it's a shape of another size
     */
    public MappedSource inputShape(Shape shape) {
        if (shape.size() != inputShape.size()) {
            throw new IllegalArgumentException("inputs of " + inputs.file() + " have " + inputShape.size()
                    + " numbers (" + inputShape + "), not " + shape.size() + " (" + shape + ")");
        }
        return new MappedSource(inputs, targets, shape, classes, absentClasses, divisor);
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public int targetSize() {
        return targetSize;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public List<Integer> absentClasses() {
        return absentClasses;
    }

    @Override
    public long size() {
        return inputs.rows();
    }

    @Override
    public void read(long sample, SampleBuffer buffer, int row) throws IOException {
        int width = buffer.inputSize();
        int start = row * width;
        float[] x = buffer.inputs();
        inputs.read((int) sample, x, start);
        if (divisor != 1) {
            for (int i = start; i < start + width; i++) {
                x[i] /= divisor;
            }
        }
        float[] t = buffer.targets();
        targets.read((int) sample, t, row * targetSize);
        if (classes > 0) {
            buffer.setLabel(row, (int) t[row * targetSize]);
        }
    }
}
