package dev.longhand.data;

import dev.longhand.Shape;
import java.util.Iterator;

/** The samples that an iterable gives, in each epoch by another iterator. */
record IterableSource(Iterable<Sample> samples, Shape inputShape, int targetSize, int classes) implements SampleSource {

    @Override
    public SampleReader open() {
        return new Reader(samples.iterator(), inputShape, targetSize);
    }

    private static final class Reader implements SampleReader {

        private final Iterator<Sample> samples;
        private final int inputSize;
        private final int time;
        private final int targetSize;
        private long number;

        Reader(Iterator<Sample> samples, Shape inputShape, int targetSize) {
            this.samples = samples;
            inputSize = inputShape.size();
            time = inputShape.dimension(0);
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
                if (sample.weight() != 1) {
                    buffer.setWeight(row + count, sample.weight());
                }
                if (sample.length() > 0) {
                    setSteps(buffer, row + count, sample);
                }
                count++;
                number++;
            }
            return count;
        }

        private void setSteps(SampleBuffer buffer, int row, Sample sample) {
            if (sample.length() > time) {
                throw new IllegalArgumentException("the length of sample " + number + " is " + sample.length()
                        + ", but its input has " + time + " steps: cut the sequence, or pad inputs to more");
            }
            int first = sample.isPaddedLeft() ? time - sample.length() : 0;
            buffer.setSteps(row, first, first + sample.length());
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
