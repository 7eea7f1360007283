package dev.longhand.kernel;

/** The product may change at any time between two of these tests. */
class WarmedKernelsTest extends KernelsContract {

    private static final WarmUp WARM_UP = new WarmUp(1, () -> new ProductExercise(new VectorProduct()));

    WarmedKernelsTest() {
        super(new VectorKernels(WARM_UP));
    }
}
