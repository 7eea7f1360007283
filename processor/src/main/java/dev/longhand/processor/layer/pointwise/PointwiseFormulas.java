package dev.longhand.processor.layer.pointwise;

import dev.longhand.processor.flow.LayerDerivative;

/** What flow asks of the derivatives of layers that treat each number by itself. */
final class PointwiseFormulas {

    private PointwiseFormulas() {}

    /** Of an activation. */
    static LayerDerivative derivative(ResolvedActivate layer) {
        return LayerDerivative.activation(layer.activation());
    }

    /** Of dropout: dx = da·m. */
    static LayerDerivative derivative(ResolvedDropout layer) {
        return LayerDerivative.fixed();
    }

    /** Of noise: dx = da. */
    static LayerDerivative derivative(ResolvedGaussianNoise layer) {
        return LayerDerivative.fixed();
    }
}
