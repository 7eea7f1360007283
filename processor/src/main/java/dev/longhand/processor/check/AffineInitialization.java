package dev.longhand.processor.check;

import java.util.Optional;

/**
 * The initial values of the parameters of z = x·W + b.
 *
 * @param bias absent where {@code useBias} is false
 */
public record AffineInitialization(Initialization weights, Optional<Initialization> bias) {}
