package dev.longhand.kernel.convolution;

class PlainConvolutionsTest extends ConvolutionsContract {

    PlainConvolutionsTest() {
        super(new ConvolutionLoops(new PlainPatchSums()));
    }
}
