package dev.longhand.kernel.norm;

/**
 * The sizes of a normalization layer, and the offsets of its parameters and its state. A sample has {@code positions}
 * positions, the pixels of an image or the steps of a sequence, with {@code channels} numbers each. The outputs
 * of a dense layer are a single position.
 *
 * @param positions the positions of a sample, at least 1
 * @param channels the numbers of a position, at least 1
 * @param epsilon ε, added to variances so that nothing is divided by 0
 * @param gamma the offset of γ, [channels], in p, and of dγ in g
 * @param beta the offset of β, [channels], in p, and of dβ in g
 * @param running the offset of the running μ, [channels], in the state; the running σ², [channels], follows
 */
public record Normalization(int positions, int channels, float epsilon, int gamma, int beta, int running) {

    /** A normalization whose γ begins at 0, followed by β, and whose running μ begins at 0. */
    public static Normalization of(int positions, int channels, float epsilon) {
        return new Normalization(positions, channels, epsilon, 0, channels, 0);
    }

    /** The same with γ at {@code gamma} and β at {@code beta}. */
    public Normalization parameters(int gamma, int beta) {
        return new Normalization(positions, channels, epsilon, gamma, beta, running);
    }

    /** The same with the running μ at {@code running} of the state, followed by the running σ². */
    public Normalization state(int running) {
        return new Normalization(positions, channels, epsilon, gamma, beta, running);
    }
}
