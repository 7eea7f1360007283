package dev.longhand.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code @Dense}: Gemm, or MatMul and Add for the steps of a sequence. */
final class DenseExport implements LayerExport {

    @Override
    public Tensor write(LayerNodes layer) {
        String x = layer.x(0, Layout.CHANNELS_LAST);
        String weight = layer.constant(
                "weight", layer.required("weight"), layer.shape("weight").dimensions());
        Optional<String> bias = layer.parameter("bias").map(values -> layer.constant("bias", values));
        String z;
        if (layer.input().isFlat()) {
            List<String> inputs = new ArrayList<>(List.of(x, weight));
            bias.ifPresent(inputs::add);
            z = layer.main("Gemm", inputs);
        } else {
            String product = layer.main("MatMul", List.of(x, weight));
            z = bias.map(name -> layer.node("Add", List.of(product, name))).orElse(product);
        }
        return new Tensor(ActivationNodes.after(z, layer), Layout.CHANNELS_LAST);
    }
}
