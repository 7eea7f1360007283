package dev.longhand.processor.check;

import java.util.List;
import java.util.Optional;

/**
 * The result of the check.
 *
 * @param network the network, if it's right
 * @param problems every problem found; none where javac reports what is wrong
 */
public record CheckedNetwork(Optional<ResolvedNetwork> network, List<Problem> problems) {

    public CheckedNetwork {
        problems = List.copyOf(problems);
    }
}
