package dev.longhand.kernel;

/** Kernels whose products use the Vector API, for a process that resolves {@code jdk.incubator.vector}. */
final class VectorKernels extends RangeKernels {

    VectorKernels() {
        super(new VectorProduct());
    }

    /** Kernels that use it as soon as it's fast. */
    VectorKernels(WarmUp warmUp) {
        super(new WarmedProduct(warmUp));
    }
}
