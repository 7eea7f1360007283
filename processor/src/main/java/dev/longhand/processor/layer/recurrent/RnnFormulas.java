package dev.longhand.processor.layer.recurrent;

import dev.longhand.processor.formula.Symbols;

/** What a step of a simple recurrent layer is, in words. */
final class RnnFormulas {

    /** The a of the table of activations is h here. */
    private static final Symbols SYMBOLS = new Symbols("z", "h", "dz", "dh");

    private RnnFormulas() {}

    /** h = f(z). */
    static String state(RecurrentPlan layer) {
        return layer.function().forwardComment(SYMBOLS);
    }

    /** dz = dh·f′. */
    static String stateGradient(RecurrentPlan layer) {
        return layer.function().gradientFormula(SYMBOLS);
    }
}
