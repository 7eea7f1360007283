package dev.longhand.onnx;

import dev.longhand.Settings;
import dev.longhand.Shape;
import java.util.ArrayList;
import java.util.List;

/** {@code @Conv1d} and {@code @Conv2d}: Conv. */
final class ConvolutionExport implements LayerExport {

    @Override
    public Tensor write(LayerNodes layer) {
        Shape shape = layer.shape("weight");
        boolean isImage = layer.input().isImage();
        // [rows][columns][channels of a group][filters] becomes [filters][channels of a group][rows][columns]
        int[] order = isImage ? new int[] {3, 2, 0, 1} : new int[] {2, 1, 0};
        List<Integer> dimensions = new ArrayList<>();
        for (int axis : order) {
            dimensions.add(shape.dimension(axis));
        }
        List<String> inputs = new ArrayList<>(List.of(
                layer.x(0, Layout.CHANNELS_FIRST),
                layer.constant("weight", Axes.transpose(layer.required("weight"), shape, order), dimensions)));
        layer.parameter("bias").ifPresent(values -> inputs.add(layer.constant("bias", values)));
        int axes = isImage ? 2 : 1;
        Settings settings = layer.settings();
        String z = layer.main(
                "Conv",
                inputs,
                Attributes.integers("kernel_shape", settings.integers("kernel", axes)),
                Attributes.integers("strides", settings.integers("stride", axes)),
                Attributes.integers("pads", settings.integers("padding", 2 * axes)),
                Attributes.integers("dilations", settings.integers("dilation", axes)),
                Attributes.integer("group", settings.integer("groups")));
        return new Tensor(ActivationNodes.after(z, layer), Layout.CHANNELS_FIRST);
    }
}
