package dev.longhand.metric;

import dev.longhand.model.BatchWeights;
import java.util.Arrays;

/** The mean of a number for each sample, by weight; NaN if none counts. */
record SampleMean(String name, Metric.OfSample sample) implements Metric {

    @Override
    public Measurement begin(int outputs) {
        return new Measurement() {
            private double sum;
            private double weight;

            @Override
            public void add(float[] a, float[] t, BatchWeights weights, int n) {
                for (int row = 0; row < n; row++) {
                    float w = weights.ofSample(row);
                    if (w > 0) {
                        sum += w * sample.value(counted(a, weights, row), counted(t, weights, row));
                        weight += w;
                    }
                }
            }

            /** The outputs or the targets of a sample, at the steps that aren't masked. */
            private float[] counted(float[] numbers, BatchWeights weights, int row) {
                int steps = weights.outputSteps();
                int size = outputs / steps;
                float[] counted = new float[outputs];
                int count = 0;
                for (int step = 0; step < steps; step++) {
                    if (weights.includes(row, step, steps)) {
                        System.arraycopy(numbers, row * outputs + step * size, counted, count, size);
                        count += size;
                    }
                }
                return count == outputs ? counted : Arrays.copyOf(counted, count);
            }

            @Override
            public double value() {
                return sum / weight;
            }
        };
    }
}
