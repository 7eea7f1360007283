package dev.longhand.kernel;

import dev.longhand.kernel.provider.KernelProvider;

/** The kernels of this process: the loops that compute layers. */
public final class Kernels {

    /** The offset of a bias that a layer doesn't have: its sums start from 0. */
    public static final int NO_BIAS = -1;

    private Kernels() {}

    /**
     * Whether plain kernels run or those of the Vector API, and why, in one line: {@code plain; start Java with
     * --add-modules jdk.incubator.vector for faster ones}.
     */
    public static String description() {
        return KernelProvider.description();
    }
}
