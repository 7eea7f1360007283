package dev.longhand.report.page;

import dev.longhand.Shape;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.report.picture.BoundaryFilm;
import dev.longhand.report.run.LayerNorms;
import dev.longhand.report.run.Run;
import java.util.Optional;

/**
 * What a page shows.
 *
 * @param run the run in words and numbers
 * @param model the network
 * @param data the data that is known
 * @param names the names of classes
 * @param norms how large gradients and activations were
 * @param sources the declaration and what was generated from it
 * @param film how the network learnt to divide the plane, if it reads two numbers
 */
public record PageContent(
        Run run,
        Model model,
        KnownData data,
        ClassLabels names,
        LayerNorms norms,
        SourcePair sources,
        Optional<BoundaryFilm> film) {

    /** The description of the network. */
    ModelInfo info() {
        return model.info();
    }

    /** The shape of the images that the network reads, if it does: height, width and 1 or 3 channels. */
    Optional<Shape> image() {
        return data.image().or(() -> Optional.of(info().input())).filter(this::isImage);
    }

    private boolean isImage(Shape shape) {
        return shape.size() == info().input().size()
                && shape.rank() == 3
                && (shape.dimension(2) == 1 || shape.dimension(2) == 3)
                && shape.dimension(0) > 1
                && shape.dimension(1) > 1;
    }
}
