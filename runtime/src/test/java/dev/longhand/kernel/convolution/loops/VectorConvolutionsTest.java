package dev.longhand.kernel.convolution.loops;

class VectorConvolutionsTest extends ConvolutionsContract {

    VectorConvolutionsTest() {
        super(new ConvolutionLoops(new VectorPatchSums()));
    }
}
