package dev.longhand.processor.emit;

import dev.longhand.processor.check.Window.Axis;
import dev.longhand.processor.emit.Index.Term;
import java.util.List;

/**
 * The row, or the column, of the pixel that a window reads.
 *
 * @param name its variable, if it needs one: {@code inRow}
 * @param axis how the window covers the rows
 * @param terms the position with padding: {@code 2 * row + i}
 * @param size the rows of the image
 */
record PixelPosition(String name, Axis axis, List<Term> terms, int size) {

    /** Whether the position is 0. */
    private boolean isZero() {
        return axis.before() == 0 && factors() == 0;
    }

    /** Whether the position is that of another variable, or 0, so that it needs none. */
    private boolean isSimple() {
        return axis.before() == 0 && factors() <= 1;
    }

    private int factors() {
        return terms.stream().mapToInt(Term::factor).sum();
    }

    private String expression() {
        return isSimple()
                ? terms.stream()
                        .filter(term -> term.factor() > 0)
                        .map(Term::variable)
                        .findFirst()
                        .orElse("0")
                : name;
    }

    // final int inRow = row + i - 1;
    /** Declares the variable, if there is one, and adds what must hold for the pixel to be in the image. */
    void declare(Body body, List<String> conditions) {
        if (!isSimple()) {
            String padding = axis.before() > 0 ? " - " + axis.before() : "";
            body.line("final int " + name + " = ", Index.sum(terms), padding);
        }
        if (axis.before() > 0) {
            conditions.add(expression() + " >= 0");
        }
        if (axis.after() > 0 && !isZero()) {
            conditions.add(expression() + " < " + size);
        }
    }

    /** The position times a number. */
    Term term(int factor) {
        return isZero() ? new Term(0, name) : new Term(factor, expression());
    }
}
