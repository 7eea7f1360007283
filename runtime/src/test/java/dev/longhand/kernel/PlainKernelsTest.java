package dev.longhand.kernel;

class PlainKernelsTest extends KernelsContract {

    PlainKernelsTest() {
        super(new PlainKernels());
    }
}
