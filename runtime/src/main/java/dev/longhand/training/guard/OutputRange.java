package dev.longhand.training.guard;

/**
 * The numbers that a layer's activation function can give.
 *
 * @param function its name in the layer's formula
 * @param least the lower bound
 * @param most the upper bound
 */
record OutputRange(String function, float least, float most) {

    private static final float NONE = Float.POSITIVE_INFINITY;

    /** The range of a layer with this formula, such as {@code a = σ(x·W + b)}; no bounds if it isn't known. */
    static OutputRange of(String formula) {
        int bracket = formula.indexOf('(');
        String function = formula.startsWith("a = ") && bracket > 0 ? formula.substring("a = ".length(), bracket) : "";
        return switch (function) {
            case "σ", "hardσ", "softmax", "step" -> new OutputRange(function, 0, 1);
            case "tanh", "sign" -> new OutputRange(function, -1, 1);
            case "relu", "softplus" -> new OutputRange(function, 0, NONE);
            default -> new OutputRange(function, -NONE, NONE);
        };
    }

    /** In words: {@code σ gives numbers from 0 to 1}. */
    @Override
    public String toString() {
        return function + " gives numbers from " + (int) least + (most == NONE ? " on" : " to " + (int) most);
    }
}
