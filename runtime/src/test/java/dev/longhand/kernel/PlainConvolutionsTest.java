package dev.longhand.kernel;

class PlainConvolutionsTest extends ConvolutionsContract {

    PlainConvolutionsTest() {
        super(new RangeConvolutions(new PlainPatches()));
    }
}
