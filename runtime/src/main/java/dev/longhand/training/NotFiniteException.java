package dev.longhand.training;

/** A sample holds NaN or infinity. */
final class NotFiniteException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Divergence divergence;

    NotFiniteException(Divergence divergence) {
        super(divergence.description());
        this.divergence = divergence;
    }

    Divergence divergence() {
        return divergence;
    }
}
