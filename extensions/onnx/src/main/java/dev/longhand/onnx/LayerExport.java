package dev.longhand.onnx;

import dev.longhand.model.LayerInfo;
import java.util.Optional;

/** How layers of one kind are written. */
interface LayerExport {

    /** What ONNX can't express of a layer, as the end of a sentence; nothing if it can. */
    default Optional<String> refusal(LayerInfo layer) {
        return Optional.empty();
    }

    /** Writes the nodes of a layer and returns its outputs. */
    Tensor write(LayerNodes layer);
}
