package dev.longhand.processor.check;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;
import dev.longhand.processor.read.LayerDeclaration;
import dev.longhand.processor.read.SourcePosition;

/** The rules of the loss: its settings, and which activation it goes with. */
final class LossCheck {

    private LossCheck() {}

    /** Checks labelSmoothing and delta. */
    static void checkSettings(AnnotationDeclaration annotation, Loss loss, Problems problems) {
        Attribute labelSmoothing = annotation.attribute("labelSmoothing");
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
        Attribute delta = annotation.attribute("delta");
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

    /**
     * Checks that the loss can go with the activation of an output.
     *
     * @param word what the layer is called
     * @param layer its name
     */
    static void checkPair(
            Loss loss, Activation activation, String word, String layer, SourcePosition position, Problems problems) {
        if (!isPair(loss, activation)) {
            problems.add(
                    Message.LOSS_MISMATCH, position, loss, activation, word, layer, partner(activation), partner(loss));
        }
    }

    /**
     * Checks that the loss can go with a recurrent layer as output: its activation is part of each step, so that no loss
     * can be differentiated together with it.
     */
    static void checkAfterRecurrent(
            Loss loss, String word, LayerDeclaration layer, SourcePosition position, Problems problems) {
        if (!isPair(loss, Activation.IDENTITY)) {
            problems.add(
                    Message.LOSS_AFTER_RECURRENT,
                    position,
                    loss,
                    partner(loss),
                    word,
                    layer.name(),
                    layer.annotations().get(0).name());
        }
    }

    /** Whether the loss is differentiated together with the activation that it goes with. */
    static boolean isFused(Loss loss) {
        return switch (loss) {
            case CROSS_ENTROPY, LOG_LIKELIHOOD, BINARY_CROSS_ENTROPY -> true;
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> false;
        };
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
