package dev.longhand.processor.check;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;

/** The rules of the loss: its settings, and which activation it goes with. */
final class LossCheck {

    private LossCheck() {}

    /** Checks labelSmoothing and delta. */
    static void checkSettings(AnnotationDeclaration network, Loss loss, Problems problems) {
        Attribute labelSmoothing = network.attribute("labelSmoothing");
        if (labelSmoothing.isGiven()) {
            if (loss != Loss.CROSS_ENTROPY) {
                problems.add(Message.LABEL_SMOOTHING_LOSS, labelSmoothing.position(), loss);
            } else {
                labelSmoothing
                        .number()
                        .filter(share -> !(share >= 0 && share < 1))
                        .ifPresent(
                                share -> problems.add(Message.LABEL_SMOOTHING_RANGE, labelSmoothing.position(), share));
            }
        }
        Attribute delta = network.attribute("delta");
        if (delta.isGiven()) {
            if (loss != Loss.HUBER) {
                problems.add(Message.DELTA_LOSS, delta.position(), loss);
            } else {
                delta.number()
                        .filter(error -> !(error > 0 && Float.isFinite(error)))
                        .ifPresent(error -> problems.add(Message.DELTA_RANGE, delta.position(), error));
            }
        }
    }

    /** Checks that the loss can go with the activation of the last layer. */
    static void checkPair(
            AnnotationDeclaration network, Loss loss, Activation activation, String lastLayer, Problems problems) {
        if (!isPair(loss, activation)) {
            problems.add(
                    Message.LOSS_MISMATCH,
                    network.attribute("loss").position(),
                    loss,
                    activation,
                    lastLayer,
                    partner(activation),
                    partner(loss));
        }
    }

    /**
     * Checks that the loss can go with a recurrent last layer: its activation is part of each step, so that no loss
     * can be differentiated together with it.
     */
    static void checkAfterRecurrent(
            AnnotationDeclaration network, Loss loss, String lastLayer, String annotation, Problems problems) {
        if (!isPair(loss, Activation.IDENTITY)) {
            problems.add(
                    Message.LOSS_AFTER_RECURRENT,
                    network.attribute("loss").position(),
                    loss,
                    partner(loss),
                    lastLayer,
                    annotation);
        }
    }

    private static boolean isPair(Loss loss, Activation activation) {
        return switch (loss) {
            case CROSS_ENTROPY -> activation == Activation.SOFTMAX || activation == Activation.LOG_SOFTMAX;
            case LOG_LIKELIHOOD -> activation == Activation.SOFTMAX;
            case BINARY_CROSS_ENTROPY -> activation == Activation.SIGMOID;
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER ->
                activation != Activation.LOG_SOFTMAX;
        };
    }

    private static Loss partner(Activation activation) {
        return switch (activation) {
            case SOFTMAX, LOG_SOFTMAX -> Loss.CROSS_ENTROPY;
            case SIGMOID -> Loss.BINARY_CROSS_ENTROPY;
            default -> Loss.MEAN_SQUARED_ERROR;
        };
    }

    private static Activation partner(Loss loss) {
        return switch (loss) {
            case CROSS_ENTROPY, LOG_LIKELIHOOD -> Activation.SOFTMAX;
            case BINARY_CROSS_ENTROPY -> Activation.SIGMOID;
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> Activation.IDENTITY;
        };
    }
}
