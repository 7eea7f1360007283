package dev.longhand.training;

/**
 * The results of one epoch. Metrics that don't exist (an accuracy without classes, those of a validation without
 * a validation set) are {@link Double#NaN}.
 *
 * @param epoch the number of the epoch, counted from 1
 * @param loss the training loss: the mean over the epoch's samples, each measured in its batch's step, with
 *     the parameters before that step and with dropout; without penalties
 * @param accuracy the share of those samples whose class was predicted, measured in the same passes
 * @param validationLoss the loss on the validation set after the epoch, without dropout
 * @param validationAccuracy the accuracy on the validation set after the epoch
 * @param learningRate the learning rate of the epoch's last step
 * @param seconds how long the epoch took, validation included
 */
public record EpochResult(
        int epoch,
        double loss,
        double accuracy,
        double validationLoss,
        double validationAccuracy,
        double learningRate,
        double seconds) {

    /** The value of one metric. */
    public double get(Monitor monitor) {
        return switch (monitor) {
            case LOSS -> loss;
            case ACCURACY -> accuracy;
            case VALIDATION_LOSS -> validationLoss;
            case VALIDATION_ACCURACY -> validationAccuracy;
        };
    }
}
