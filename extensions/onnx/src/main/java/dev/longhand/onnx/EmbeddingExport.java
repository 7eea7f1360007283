package dev.longhand.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;

/** {@code @Embedding}: Gather. */
final class EmbeddingExport implements LayerExport {

    @Override
    public Tensor write(LayerNodes layer) {
        String x = layer.x(0, Layout.CHANNELS_LAST);
        if (!layer.readsIndices()) {
            x = layer.node("Cast", List.of(x), Attributes.integer("to", TensorProto.DataType.INT64.getNumber()));
        }
        String table = layer.constant(
                "weight", layer.required("weight"), layer.shape("weight").dimensions());
        return new Tensor(layer.main("Gather", List.of(table, x), Attributes.integer("axis", 0)), Layout.CHANNELS_LAST);
    }
}
