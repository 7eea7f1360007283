package dev.longhand.processor.plan;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.flow.LayerDerivative;

/**
 * A layer that reads the one under plan, as far as the two may be computed together.
 *
 * @param index its index
 * @param layer the layer after check
 * @param derivative the properties of its derivative
 * @param isFusedWithLoss whether the loss is differentiated together with its activation
 */
public record LayerReader(int index, ResolvedLayer layer, LayerDerivative derivative, boolean isFusedWithLoss) {}
