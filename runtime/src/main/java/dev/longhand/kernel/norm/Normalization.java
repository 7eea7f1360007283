package dev.longhand.kernel.norm;

/**
 * What a normalization is of: samples of {@code positions} places, the pixels of an image or the steps of a
 * sequence, with {@code channels} numbers each. A dense layer's outputs have a single place.
 *
 * @param positions the places of a sample, at least 1
 * @param channels the numbers of a place, at least 1
 * @param epsilon ε, added to variances so that nothing is divided by 0
 */
public record Normalization(int positions, int channels, float epsilon) {

    /** About as many numbers are summed side by side, where a place has fewer. */
    private static final int SIDE_BY_SIDE = 256;

    /** The numbers of a sample. */
    public int size() {
        return positions * channels;
    }

    /** L of {@link NormKernels}: the lanes that a sample's places are dealt out to. */
    int lanes() {
        return Math.max(1, Math.min(positions, SIDE_BY_SIDE / channels));
    }

    /** 1/√(σ² + ε). */
    float inverseDeviation(float variance) {
        return 1 / (float) Math.sqrt(variance + epsilon);
    }
}
