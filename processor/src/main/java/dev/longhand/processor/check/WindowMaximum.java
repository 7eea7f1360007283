package dev.longhand.processor.check;

import java.util.Optional;

/** A layer that may take the maximum of each window of its input, which the layer before it may then compute. */
public interface WindowMaximum extends ResolvedLayer {

    /** The windows that it takes the maximum of; none if it computes something else. */
    Optional<Window> maximumOver();
}
