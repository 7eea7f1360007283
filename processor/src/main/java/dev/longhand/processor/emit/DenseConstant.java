package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The constant that tells dense kernels the sizes of a product and where its parameters are. */
public final class DenseConstant {

    private DenseConstant() {}

    // /** Layer hidden1 for kernels: inputs and units, where W and b begin, the activation. */
    // private static final DenseLayer HIDDEN1_SHAPE =
    //         DenseLayer.of(784, 100).weights(HIDDEN1_W).bias(HIDDEN1_B).activation(Activation.RELU);
    public static FieldSpec field(String name, String doc, CodeBlock value) {
        return FieldSpec.builder(RuntimeTypes.DENSE_LAYER, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L", Layout.javadoc(doc))
                .initializer(value)
                .build();
    }

    /** {@code DenseLayer.of(784, 100).weights(HIDDEN1_W).bias(HIDDEN1_B)}. */
    public static CodeBlock value(int in, int units, String weights, Optional<String> bias) {
        CodeBlock.Builder value = CodeBlock.builder();
        value.add("$T.of($L, $L)$Z.weights($L)", RuntimeTypes.DENSE_LAYER, in, units, weights);
        bias.ifPresent(offset -> value.add("$Z.bias($L)", offset));
        return value.build();
    }
}
