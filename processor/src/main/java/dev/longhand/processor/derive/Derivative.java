package dev.longhand.processor.derive;

import dev.longhand.Loss;
import dev.longhand.processor.lower.Operation;
import java.util.List;

/** One step of the backward pass: from the gradient of an operation's output to that of its input. */
public sealed interface Derivative {

    /** E and its gradient in the output: da = ∂E/∂a. */
    record OfLoss(Loss loss) implements Derivative {}

    /**
     * The gradients in what an operation reads, and in its parameters if it has any.
     *
     * @param inputGradients for each of its inputs whether anybody needs the gradient in it
     * @param kept what the derivative is written in terms of
     */
    record OfOperation(Operation operation, List<Boolean> inputGradients, Kept kept) implements Derivative {

        /** Keeps a copy of the list. */
        public OfOperation {
            inputGradients = List.copyOf(inputGradients);
        }

        /** Whether anybody needs the gradient in its first input. */
        public boolean inputGradient() {
            return inputGradients.get(0);
        }
    }

    /** What the forward pass has to keep for a derivative. */
    enum Kept {
        /** The output: f′ is written in terms of a. */
        A,
        /** What the function was applied to: f′ is written in terms of z. */
        Z
    }
}
