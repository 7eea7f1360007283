package dev.longhand.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/**
 * A parameter of a method to write, with the argument that its call gives.
 *
 * @param type its type
 * @param name its name in the method
 * @param argument the expression that stands for it in the call
 */
record Parameter(TypeName type, String name, String argument) {

    private static final TypeName FLOATS = ArrayTypeName.of(TypeName.FLOAT);
    static final ClassName WORKSPACE = ClassName.get("dev.longhand.model", "Workspace");

    /** An array, fetched from the workspace. */
    static Parameter array(String name, String fetch) {
        return new Parameter(FLOATS, name, fetch);
    }

    /** The data with its zeros left out where most are. */
    static Parameter batch() {
        return new Parameter(ClassName.get("dev.longhand.kernel.dense", "InputBatch"), "x", "ws.inputBatch()");
    }

    /** The parameters of the network. */
    static Parameter p() {
        return new Parameter(FLOATS, "p", "p");
    }

    /** Their gradients. */
    static Parameter g() {
        return new Parameter(FLOATS, "g", "ws.gradients()");
    }

    /** The runtime's loops. */
    static Parameter kernels() {
        return new Parameter(ClassName.get("dev.longhand.kernel.dense", "DenseKernels"), "kernels", "ws.kernels()");
    }

    /** The runtime's loops of convolution and pooling. */
    static Parameter convolutions() {
        ClassName type = ClassName.get("dev.longhand.kernel.convolution", "ConvolutionKernels");
        return new Parameter(type, "convolutions", "ws.convolutions()");
    }

    /** The runtime's steps through time. */
    static Parameter recurrence() {
        return new Parameter(
                ClassName.get("dev.longhand.kernel.recurrent", "RecurrentKernels"), "recurrence", "ws.recurrence()");
    }

    /** The runtime's loops of normalization. */
    static Parameter norms() {
        return new Parameter(ClassName.get("dev.longhand.kernel.norm", "NormKernels"), "norms", "ws.norms()");
    }

    /** What is kept without being trained. */
    static Parameter state() {
        return new Parameter(FLOATS, "state", "state");
    }

    /** The workspace itself. */
    static Parameter workspace() {
        return new Parameter(WORKSPACE, "ws", "ws");
    }

    /** The number of samples. */
    static Parameter n() {
        return n(1);
    }

    /** The number of rows, so many of each sample. */
    static Parameter n(int rows) {
        return new Parameter(TypeName.INT, "n", Index.count(rows));
    }
}
