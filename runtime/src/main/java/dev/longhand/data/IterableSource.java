package dev.longhand.data;

import dev.longhand.Shape;
import java.util.Iterator;

/** The samples that an iterable gives, in each epoch by another iterator. */
record IterableSource(Iterable<Sample> samples, Shape inputShape, int targetSize, int classes) implements SampleSource {

    @Override
    public SampleReader open() {
        return new Reader(samples.iterator(), inputShape.size(), targetSize);
    }

    private static final class Reader implements SampleReader {

        private final Iterator<Sample> samples;
        private final int inputSize;
        private final int targetSize;
        private long number;

        Reader(Iterator<Sample> samples, int inputSize, int targetSize) {
            this.samples = samples;
            this.inputSize = inputSize;
            this.targetSize = targetSize;
        }

        @Override
        public int read(SampleBuffer buffer, int row, int n) {
            int count = 0;
            while (count < n && samples.hasNext()) {
                Sample sample = samples.next();
                require("input", sample.input().length, inputSize);
                require("target", sample.target().length, targetSize);
                System.arraycopy(sample.input(), 0, buffer.inputs(), (row + count) * inputSize, inputSize);
                System.arraycopy(sample.target(), 0, buffer.targets(), (row + count) * targetSize, targetSize);
                count++;
                number++;
            }
            return count;
        }

        private void require(String what, int length, int expected) {
            if (length != expected) {
                throw new IllegalArgumentException("the " + what + " of sample " + number + " has " + length
                        + " numbers, but the source was made for " + expected);
            }
        }

        @Override
        public void close() {}
    }
}
