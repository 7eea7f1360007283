package dev.longhand.processor.formula;

/**
 * What the variables of an activation are called in a formula, or the expressions for them in Java.
 *
 * @param z the argument
 * @param a the result
 * @param dz the gradient with respect to the argument
 * @param da the gradient with respect to the result
 */
public record Symbols(String z, String a, String dz, String da) {

    /** As in most formulas. */
    public static final Symbols STANDARD = new Symbols("z", "a", "dz", "da");
}
