package dev.longhand.report.picture;

import dev.longhand.Shape;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.ParameterInfo;
import java.util.Optional;

/**
 * The weights of a network's first layer with parameters as images: of a dense layer what each unit looks for in the whole
 * image, of a convolution its kernels, one for each channel and filter.
 *
 * @param title what they are
 * @param height the rows of each image
 * @param width the columns of each image
 * @param images how many there are
 * @param p the first number of each, then the second of each, and so on, starting at {@code offset}
 * @param offset where they start
 */
public record WeightImages(String title, int height, int width, int images, float[] p, int offset) {

    /**
     * The weights of a layer that looks at images; empty if the first layer doesn't.
     *
     * @param image the shape of the images that the network reads, of one channel for a dense layer
     */
    public static Optional<WeightImages> of(Model model, Shape image) {
        Optional<LayerInfo> first = model.info().layers().stream()
                .filter(candidate -> candidate.parameterCount() > 0)
                .findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        LayerInfo layer = first.get();
        ParameterInfo weight = layer.parameters().get(0);
        Shape shape = weight.shape();
        float[] p = model.parameters().forReading();
        if (layer.kind().equals("Conv2d")) {
            int kernels = shape.dimension(2) * shape.dimension(3);
            return Optional.of(new WeightImages(
                    "The kernels of the first layer",
                    shape.dimension(0),
                    shape.dimension(1),
                    kernels,
                    p,
                    weight.offset()));
        }
        boolean isGray = image.rank() == 2 || (image.rank() == 3 && image.last() == 1);
        return isGray && layer.kind().equals("Dense") && shape.rank() == 2 && shape.dimension(0) == image.size()
                ? Optional.of(new WeightImages(
                        "What units of the first layer look for",
                        image.dimension(0),
                        image.dimension(1),
                        shape.dimension(1),
                        p,
                        weight.offset()))
                : Optional.empty();
    }

    /** The numbers of one image, row by row. */
    public float[] image(int index) {
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = p[offset + i * images + index];
        }
        return values;
    }
}
