package dev.longhand.examples.modular;

import dev.longhand.data.Dataset;
import dev.longhand.optimizer.Adam;
import dev.longhand.training.History;
import dev.longhand.training.StopWhen;
import dev.longhand.training.Trainer;

/** Trains exclusive or and prints what the network has learnt. */
public final class Main {

    private Main() {}

    /** Trains, then predicts the four samples. */
    public static void main(String[] arguments) {
        float[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        int[] labels = {0, 1, 1, 0};
        XorModel model = XorModel.create(7);
        History history = Trainer.of(model)
                .optimizer(Adam.learningRate(0.05))
                .batchSize(4)
                .epochs(2_000)
                .callback(StopWhen.lossBelow(0.01))
                .fit(Dataset.ofBinaryLabels(x, labels));
        System.out.println(history.stopReason().orElse("not learnt"));
        for (float[] sample : x) {
            System.out.printf("%.0f xor %.0f = %d%n", sample[0], sample[1], Math.round(model.predict(sample)[0]));
        }
    }
}
