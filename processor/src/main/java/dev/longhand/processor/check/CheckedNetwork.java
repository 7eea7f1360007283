package dev.longhand.processor.check;

import java.util.List;
import java.util.Optional;

/**
 * What check hands on.
 *
 * @param network the network, if it's right
 * @param problems every problem found; errors only if there is no network, but none where it's the
 *     compiler that has something to say
 */
public record CheckedNetwork(Optional<ResolvedNetwork> network, List<Problem> problems) {

    /** Keeps a copy of the list. */
    public CheckedNetwork {
        problems = List.copyOf(problems);
    }
}
