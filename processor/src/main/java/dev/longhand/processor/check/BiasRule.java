package dev.longhand.processor.check;

import dev.longhand.processor.read.Attribute;

/** The rule that a layer without a bias has no attribute about one. */
public final class BiasRule {

    private BiasRule() {}

    /** Adds a problem for each of the attributes that is written; whether none is. */
    public static boolean checkUnused(LayerContext layer, String... attributes) {
        boolean isRight = true;
        for (String name : attributes) {
            Attribute attribute = layer.attribute(name);
            if (attribute.isGiven()) {
                layer.problem(Message.BIAS_UNUSED, attribute, name, layer.name());
                isRight = false;
            }
        }
        return isRight;
    }
}
