package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;

/** The descriptor of a product that dense kernels compute. */
public final class DenseDescriptor {

    private DenseDescriptor() {}

    /** {@code DenseLayer.of(784, 100).weights(P_HIDDEN1_W).bias(P_HIDDEN1_B)}. */
    public static CodeBlock of(int in, int units, String weights, Optional<String> bias) {
        return CodeBlock.of(
                "$T.of($L, $L)$Z$L", RuntimeTypes.DENSE_LAYER, in, units, AffineDescriptor.parameters(weights, bias));
    }
}
