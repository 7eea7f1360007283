package dev.longhand.training;

import dev.longhand.metric.Evaluation;

/**
 * The results of one of several outputs in one epoch, as those of {@link EpochResult}; the losses are without the weight of the
 * output. Metrics that don't exist are {@link Double#NaN}.
 *
 * @param output the name of the output's layer
 * @param loss the training loss
 * @param accuracy the share of samples whose class was predicted in training
 * @param validationLoss the loss on the validation set
 * @param validationAccuracy the accuracy on the validation set
 */
public record OutputResult(
        String output, double loss, double accuracy, double validationLoss, double validationAccuracy) {

    /** Without a validation set. */
    public static OutputResult ofTraining(String output, double loss, double accuracy) {
        return new OutputResult(output, loss, accuracy, Double.NaN, Double.NaN);
    }

    /** The same with the results on a validation set. */
    public OutputResult validated(Evaluation evaluation) {
        double accuracyOnValidation = evaluation.task().isClassification() ? evaluation.accuracy() : Double.NaN;
        return new OutputResult(output, loss, accuracy, evaluation.loss(), accuracyOnValidation);
    }
}
