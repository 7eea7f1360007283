package dev.longhand.model;

/**
 * Whether a network skips masked steps, those that pad shorter sequences.
 *
 * @param time the steps of a sample, or 0 if the network isn't declared with {@code masked = true}
 * @param outputSteps the steps of an output, each of which may be masked; 1 if an output isn't a sequence
 */
public record Masking(int time, int outputSteps) {

    /** Of networks that read all steps. */
    static final Masking NONE = new Masking(0, 1);

    /** Whether the network skips masked steps. */
    public boolean isMasked() {
        return time > 0;
    }
}
