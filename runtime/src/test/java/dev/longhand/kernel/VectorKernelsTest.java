package dev.longhand.kernel;

class VectorKernelsTest extends KernelsContract {

    VectorKernelsTest() {
        super(new VectorKernels());
    }
}
