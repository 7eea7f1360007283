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
            scaled[i] = scale[column] == 0 ? 0 : (float) ((x[i] - shift[column]) / scale[column]);
        }
        return scaled;
    }
}
