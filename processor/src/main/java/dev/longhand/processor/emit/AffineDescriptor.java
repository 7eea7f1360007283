package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;

/** What the descriptor of a layer says of its parameters. */
public final class AffineDescriptor {

    private AffineDescriptor() {}

    /** {@code .weights(P_HIDDEN1_W).bias(P_HIDDEN1_B)}; nothing of a bias where there is none. */
    public static CodeBlock parameters(String weights, Optional<String> bias) {
        CodeBlock.Builder code = CodeBlock.builder().add(".weights($L)", weights);
        bias.ifPresent(offset -> code.add("$Z.bias($L)", offset));
        return code.build();
    }
}
