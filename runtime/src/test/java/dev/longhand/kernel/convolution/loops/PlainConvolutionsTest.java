package dev.longhand.kernel.convolution.loops;

class PlainConvolutionsTest extends ConvolutionsContract {

    PlainConvolutionsTest() {
        super(new ConvolutionLoops(new PlainPatchSums()));
    }
}
