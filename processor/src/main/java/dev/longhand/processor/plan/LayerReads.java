package dev.longhand.processor.plan;

import dev.longhand.Shape;
import java.util.List;

/**
 * What a layer reads.
 *
 * @param sources the indices of the layers; −1 is the data
 * @param shapes the shape of one sample of each
 */
public record LayerReads(List<Integer> sources, List<Shape> shapes) {

    public LayerReads {
        sources = List.copyOf(sources);
        shapes = List.copyOf(shapes);
    }
}
