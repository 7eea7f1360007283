package dev.longhand.processor.check;

import java.util.Optional;

/**
 * What the parameters of z = x·W + b start from.
 *
 * @param bias absent where {@code useBias} is false
 */
public record AffineStart(Start weights, Optional<Start> bias) {}
