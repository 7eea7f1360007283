package dev.longhand.processor.check;

import java.util.List;
import java.util.Optional;

/**
 * The result of the check.
 *
 * @param network the network, if it's right
 * @param standalone the class that is written beside the model, if one is asked for
 * @param stub what stands for the model of a wrong network, if a class with its name can implement the declaration
 * @param problems every problem found; none where javac reports what is wrong
 */
public record CheckedNetwork(
        Optional<ResolvedNetwork> network,
        Optional<StandaloneClass> standalone,
        Optional<ModelClass> stub,
        List<Problem> problems) {

    public CheckedNetwork {
        problems = List.copyOf(problems);
    }
}
