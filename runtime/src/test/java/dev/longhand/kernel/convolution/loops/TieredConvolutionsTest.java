package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.warmup.WarmUp;

/** Plain loops are replaced by vector loops at some time during these tests. */
class TieredConvolutionsTest extends ConvolutionsContract {

    private static final WarmUp WARM_UP = new WarmUp(1, () -> new PatchWarmUp(new VectorPatchSums()));

    TieredConvolutionsTest() {
        super(new ConvolutionLoops(new TieredPatchSums(WARM_UP)));
    }
}
