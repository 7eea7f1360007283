package dev.longhand.kernel.norm.loops;

/** Rows of {@code width} numbers, [lanes][channels]: what each channel has, repeated for each lane, and sums. */
final class ChannelValues {

    int width;

    float[] sum = {};

    /** Of (x − μ)² or of da·x̂. */
    float[] productSum = {};

    float[] mean = {};

    /** s = 1/√(σ² + ε). */
    float[] inverse = {};

    /** γ, or γ·s for dx. */
    float[] scale = {};

    /** β. */
    float[] shift = {};

    /** dβ/m. */
    float[] dBetaMean = {};

    /** dγ/m. */
    float[] dGammaMean = {};

    /** Makes sure that the rows have this width. */
    void reserve(int width) {
        this.width = width;
        if (sum.length < width) {
            sum = new float[width];
            productSum = new float[width];
            mean = new float[width];
            inverse = new float[width];
            scale = new float[width];
            shift = new float[width];
            dBetaMean = new float[width];
            dGammaMean = new float[width];
        }
    }
}
