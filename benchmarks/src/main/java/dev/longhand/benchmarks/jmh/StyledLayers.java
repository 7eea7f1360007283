package dev.longhand.benchmarks.jmh;

import dev.longhand.Style;
import dev.longhand.model.Model;

/** Two square dense layers of one size, ReLU, in each style: the networks of {@link StyleBenchmark}. */
final class StyledLayers {

    private StyledLayers() {}

    /** The network of this style and size. */
    static Model model(Style style, int size) {
        return switch (style) {
            case UNROLLED -> UnrolledLayers.model(size);
            case LOOPS -> LoopLayers.model(size);
            case KERNELS -> KernelLayers.model(size);
            case AUTO -> throw new IllegalArgumentException("no network in style " + style);
        };
    }
}
