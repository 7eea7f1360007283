package dev.longhand.kernel;

class VectorConvolutionsTest extends ConvolutionsContract {

    VectorConvolutionsTest() {
        super(new RangeConvolutions(new VectorPatches()));
    }
}
