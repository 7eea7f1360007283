package dev.longhand.processor.layer.reshape;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.flow.LayerDerivative;

/** What flow asks of the derivatives of layers that only change shapes. */
public final class ReshapeFormulas {

    private ReshapeFormulas() {}

    /** Of a view: the gradient has the shape of the input. */
    public static LayerDerivative view(ResolvedLayer layer) {
        return LayerDerivative.view();
    }

    /** Of a part of the data, which has no gradient. */
    public static LayerDerivative derivative(ResolvedInput layer) {
        return layer.isWhole() ? LayerDerivative.view() : LayerDerivative.fixed();
    }
}
