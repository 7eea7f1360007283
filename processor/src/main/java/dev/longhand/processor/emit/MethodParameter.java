package dev.longhand.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.TypeName;
import dev.longhand.processor.plan.WorkspaceArray;

/**
 * A parameter of a generated method, and the argument in its call.
 *
 * @param type its type
 * @param name its name in the method
 * @param argument the expression in the call
 */
public record MethodParameter(TypeName type, String name, String argument) {

    private static final TypeName FLOATS = ArrayTypeName.of(TypeName.FLOAT);

    /** An array that an expression fetches. */
    public static MethodParameter array(String name, String fetch) {
        return new MethodParameter(FLOATS, name, fetch);
    }

    /** An array of the workspace. */
    public static MethodParameter array(String name, WorkspaceArray array) {
        return array(name, fetch(array));
    }

    /** The call that fetches an array: {@code ws.activation(LAYER_HIDDEN)}. */
    static String fetch(WorkspaceArray array) {
        return switch (array.kind()) {
            case INPUT -> "ws.input()";
            case ACTIVATION -> "ws.activation(" + array.constant() + ")";
            case GRADIENT -> "ws.gradient(" + array.constant() + ")";
            case BUFFER -> "ws.buffer(" + array.constant() + ")";
        };
    }

    /** The data, for kernels that skip zeros. */
    public static MethodParameter batch() {
        return new MethodParameter(RuntimeTypes.INPUT_BATCH, "x", "ws.inputBatch()");
    }

    /** The parameters of the network. */
    public static MethodParameter p() {
        return new MethodParameter(FLOATS, "p", "p");
    }

    /** Their gradients. */
    public static MethodParameter g() {
        return new MethodParameter(FLOATS, "g", "ws.gradients()");
    }

    /** The runtime's kernels of activation functions. */
    public static MethodParameter functions() {
        return new MethodParameter(RuntimeTypes.FUNCTION_KERNELS, "functions", "ws.functions()");
    }

    /** The runtime's kernels of dense layers. */
    public static MethodParameter dense() {
        return new MethodParameter(RuntimeTypes.DENSE_KERNELS, "dense", "ws.dense()");
    }

    /** The runtime's loops of pooling. */
    public static MethodParameter pools() {
        return new MethodParameter(RuntimeTypes.POOL_KERNELS, "pools", "ws.pools()");
    }

    /** The runtime's loops of convolution. */
    public static MethodParameter convolutions() {
        return new MethodParameter(RuntimeTypes.CONVOLUTION_KERNELS, "convolutions", "ws.convolutions()");
    }

    /** The runtime's kernels of recurrent layers. */
    public static MethodParameter recurrence() {
        return new MethodParameter(RuntimeTypes.RECURRENT_KERNELS, "recurrence", "ws.recurrence()");
    }

    /** The steps of each sequence that aren't masked. */
    public static MethodParameter steps() {
        return new MethodParameter(RuntimeTypes.SEQUENCE_STEPS, "steps", "ws.steps()");
    }

    /** The runtime's loops of embeddings. */
    public static MethodParameter embeddings() {
        return new MethodParameter(RuntimeTypes.EMBEDDING_KERNELS, "embeddings", "ws.embeddings()");
    }

    /** The runtime's loops of normalization. */
    public static MethodParameter norms() {
        return new MethodParameter(RuntimeTypes.NORM_KERNELS, "norms", "ws.norms()");
    }

    /** What is kept without being trained. */
    public static MethodParameter state() {
        return new MethodParameter(FLOATS, "state", "state");
    }

    /** The workspace itself. */
    public static MethodParameter workspace() {
        return new MethodParameter(RuntimeTypes.WORKSPACE, "ws", "ws");
    }

    /** The number of samples. */
    public static MethodParameter n() {
        return n(1);
    }

    /** The number of rows of all samples, {@code rows} for each. */
    public static MethodParameter n(int rows) {
        return new MethodParameter(TypeName.INT, "n", Index.count(rows));
    }
}
