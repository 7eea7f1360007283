package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.weights.WeightSource;

class PlainConvolutionsTest extends ConvolutionsContract {

    PlainConvolutionsTest() {
        super(new ConvolutionLoops(new PlainPatchSums(new WeightSource())));
    }
}
