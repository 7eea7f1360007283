package dev.longhand.kernel;

/** Loops that HotSpot's C2 compiler turns into SIMD without any flag. */
final class PlainKernels extends RangeKernels {

    PlainKernels() {
        super(new PlainProduct());
    }
}
