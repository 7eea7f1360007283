package dev.longhand.processor.layer.reshape;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.flow.LayerDerivative;

/** What flow asks of the derivatives of layers that only change shapes. */
final class ReshapeFormulas {

    private ReshapeFormulas() {}

    /** Of a view: the gradient has the shape of the input. */
    static LayerDerivative view(ResolvedLayer layer) {
        return LayerDerivative.view();
    }

    /** Of a part of the data, which has no gradient. */
    static LayerDerivative derivative(ResolvedInput layer) {
        return layer.isWhole() ? LayerDerivative.view() : LayerDerivative.fixed();
    }
}
