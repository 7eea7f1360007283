package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.pool.Window;

/** dz of a pooled convolution: dz at each pool's argmax, 0 elsewhere. A reusable view. */
final class PooledGradient {

    private static final PooledShape NONE = new PooledShape(new ConvolutionShape(1, 1, 1, 1, 1, Window.of(1, 1)), 1, 1);

    PooledShape shape = NONE;
    float[] argmax = {};
    float[] dz = {};

    PooledGradient of(PooledShape shape, float[] argmax, float[] dz) {
        this.shape = shape;
        this.argmax = argmax;
        this.dz = dz;
        return this;
    }
}
