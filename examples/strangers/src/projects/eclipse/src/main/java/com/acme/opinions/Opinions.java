package com.acme.opinions;

import dev.longhand.data.Dataset;
import dev.longhand.optimizer.Adam;
import dev.longhand.training.Trainer;

/** Learns which words praise, and prints it. */
public final class Opinions {

    private Opinions() {}

    /** Trains, then predicts what it was trained on. */
    public static void main(String[] arguments) {
        float[][] sentences = {
            {OpinionWords.IT, OpinionWords.IT, OpinionWords.GOOD},
            {OpinionWords.IT, OpinionWords.NOT, OpinionWords.GOOD},
            {OpinionWords.IT, OpinionWords.IT, OpinionWords.BAD},
            {OpinionWords.IT, OpinionWords.NOT, OpinionWords.BAD},
        };
        int[] praise = {1, 0, 0, 1};
        OpinionModel model = OpinionModel.create(1);
        Trainer.of(model)
                .optimizer(Adam.learningRate(0.05))
                .batchSize(4)
                .epochs(200)
                .fit(Dataset.ofBinaryLabels(sentences, praise));
        for (float[] sentence : sentences) {
            System.out.println(model.predict(sentence)[0] > 0.5f ? "praise" : "blame");
        }
    }
}
