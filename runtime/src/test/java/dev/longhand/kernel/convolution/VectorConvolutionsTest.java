package dev.longhand.kernel.convolution;

class VectorConvolutionsTest extends ConvolutionsContract {

    VectorConvolutionsTest() {
        super(new ConvolutionLoops(new VectorPatchSums()));
    }
}
