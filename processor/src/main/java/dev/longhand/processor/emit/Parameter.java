package dev.longhand.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.TypeName;

/**
 * A parameter of a method to write, with the argument that its call gives.
 *
 * @param type its type
 * @param name its name in the method
 * @param argument the expression that stands for it in the call
 */
public record Parameter(TypeName type, String name, String argument) {

    private static final TypeName FLOATS = ArrayTypeName.of(TypeName.FLOAT);

    /** An array, fetched from the workspace. */
    public static Parameter array(String name, String fetch) {
        return new Parameter(FLOATS, name, fetch);
    }

    /** The data with its zeros left out where most are. */
    public static Parameter batch() {
        return new Parameter(RuntimeTypes.INPUT_BATCH, "x", "ws.inputBatch()");
    }

    /** The parameters of the network. */
    public static Parameter p() {
        return new Parameter(FLOATS, "p", "p");
    }

    /** Their gradients. */
    public static Parameter g() {
        return new Parameter(FLOATS, "g", "ws.gradients()");
    }

    /** The runtime's loops. */
    public static Parameter kernels() {
        return new Parameter(RuntimeTypes.KERNELS, "kernels", "ws.kernels()");
    }

    /** The runtime's loops of convolution and pooling. */
    public static Parameter convolutions() {
        return new Parameter(RuntimeTypes.CONVOLUTION_KERNELS, "convolutions", "ws.convolutions()");
    }

    /** The runtime's steps through time. */
    public static Parameter recurrence() {
        return new Parameter(RuntimeTypes.RECURRENT_KERNELS, "recurrence", "ws.recurrence()");
    }

    /** The runtime's loops of normalization. */
    public static Parameter norms() {
        return new Parameter(RuntimeTypes.NORM_KERNELS, "norms", "ws.norms()");
    }

    /** What is kept without being trained. */
    public static Parameter state() {
        return new Parameter(FLOATS, "state", "state");
    }

    /** The workspace itself. */
    public static Parameter workspace() {
        return new Parameter(RuntimeTypes.WORKSPACE, "ws", "ws");
    }

    /** The number of samples. */
    public static Parameter n() {
        return n(1);
    }

    /** The number of rows, so many of each sample. */
    public static Parameter n(int rows) {
        return new Parameter(TypeName.INT, "n", Index.count(rows));
    }
}
