package dev.longhand.processor.emit;

/** The words for a sum and the function that may follow it, which dense layers and convolutions have in common. */
public final class Affine {

    private Affine() {}

    /** {@code z = x·W + b}, or without b; a where the sum is what goes out. */
    public static String step(boolean isOutput, String product, boolean hasBias) {
        return (isOutput ? "a" : "z") + " = " + product + (hasBias ? " + b" : "");
    }

    /** The incoming gradient is called dz where nothing lies between it and the sum. */
    public static String gradientName(boolean fusedWithLoss, boolean isOutput) {
        return fusedWithLoss || isOutput ? "dz" : "da";
    }
}
