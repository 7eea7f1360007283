package dev.longhand.metric;

import java.util.Arrays;

/** The mean of a number for each sample; NaN without samples. */
record SampleMean(String name, Metric.OfSample sample) implements Metric {

    @Override
    public Measurement begin(int outputs) {
        return new Measurement() {
            private double sum;
            private long count;

            @Override
            public void add(float[] a, float[] t, int n) {
                for (int row = 0; row < n; row++) {
                    int from = row * outputs;
                    sum += sample.value(
                            Arrays.copyOfRange(a, from, from + outputs), Arrays.copyOfRange(t, from, from + outputs));
                }
                count += n;
            }

            @Override
            public double value() {
                return sum / count;
            }
        };
    }
}
