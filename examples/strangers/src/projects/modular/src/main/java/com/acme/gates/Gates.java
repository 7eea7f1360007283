package com.acme.gates;

import dev.longhand.data.Dataset;
import dev.longhand.optimizer.Adam;
import dev.longhand.training.Trainer;

/** Learns exclusive or, and prints it. */
public final class Gates {

    private Gates() {}

    /**
     * Trains, then predicts the four samples.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        float[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        XorModel model = XorModel.create(7);
        Trainer.of(model)
                .optimizer(Adam.learningRate(0.05))
                .batchSize(4)
                .epochs(500)
                .fit(Dataset.ofBinaryLabels(x, new int[] {0, 1, 1, 0}));
        System.out.print(Gates.class.getModule().isNamed() ? "in a module:" : "on the class path:");
        for (float[] sample : x) {
            System.out.print(" " + Math.round(model.predict(sample)[0]));
        }
        System.out.println();
    }
}
