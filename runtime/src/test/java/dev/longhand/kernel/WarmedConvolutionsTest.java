package dev.longhand.kernel;

/** The loops may change at any time between two of these tests. */
class WarmedConvolutionsTest extends ConvolutionsContract {

    private static final WarmUp WARM_UP = new WarmUp(1, () -> new PatchesExercise(new VectorPatches()));

    WarmedConvolutionsTest() {
        super(new RangeConvolutions(new WarmedPatches(WARM_UP)));
    }
}
