package dev.longhand.processor.check;

import dev.longhand.Shape;
import java.util.Optional;

/**
 * What is known of a layer after its check.
 *
 * @param layer the layer, if it's right and its input is known
 * @param output its output shape, unless an error leaves it unknown
 * @param parameters the number of its parameters as far as known
 */
public record LayerResult<L extends ResolvedLayer>(Optional<L> layer, Optional<Shape> output, long parameters) {

    /** A layer without parameters. */
    public static <L extends ResolvedLayer> LayerResult<L> of(Optional<L> layer, Optional<Shape> output) {
        return new LayerResult<>(layer, output, 0);
    }
}
