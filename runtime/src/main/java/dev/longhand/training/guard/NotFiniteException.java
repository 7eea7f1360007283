package dev.longhand.training.guard;

/** A sample holds NaN or infinity. */
public final class NotFiniteException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Divergence divergence;

    public NotFiniteException(Divergence divergence) {
        super(divergence.description());
        this.divergence = divergence;
    }

    public Divergence divergence() {
        return divergence;
    }
}
