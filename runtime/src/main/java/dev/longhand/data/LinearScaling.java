package dev.longhand.data;

/**
 * (x − shift)/scale for each input; 0 where the scale is 0.
 *
 * @param shift [input]
 * @param scale [input], at least 0
 */
record LinearScaling(double[] shift, double[] scale) {

    Dataset apply(Dataset data) {
        if (data.inputShape().size() != shift.length) {
            throw new IllegalArgumentException("the scaler was fitted on inputs of " + shift.length
                    + " numbers, but those of the data set have "
                    + data.inputShape().size());
        }
        return data.withInputs(apply(data.inputs()), data.inputShape());
    }

    float[] apply(float[] x) {
        if (x.length % shift.length != 0) {
            throw new IllegalArgumentException(
                    "the scaler was fitted on inputs of " + shift.length + " numbers, but the array holds " + x.length);
        }
        float[] scaled = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            int column = i % shift.length;
            requireFinite(x[i], i / shift.length, column);
            scaled[i] = scale[column] == 0 ? 0 : (float) ((x[i] - shift[column]) / scale[column]);
            if (!Float.isFinite(scaled[i])) {
                throw new IllegalArgumentException("column " + column + " of sample " + i / shift.length + " is " + x[i]
                        + ", which is too far from the data that the scaler was fitted on: scaled it would be "
                        + scaled[i]);
            }
        }
        return scaled;
    }

    /** Checks an input that a transform is fitted on or applied to. */
    static void requireFinite(float x, int sample, int column) {
        if (!Float.isFinite(x)) {
            throw new IllegalArgumentException("column " + column + " of sample " + sample + " is " + x
                    + ", both counted from 0: replace it, or leave the sample out");
        }
    }
}
