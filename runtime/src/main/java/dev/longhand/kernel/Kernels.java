package dev.longhand.kernel;

import dev.longhand.kernel.provider.KernelProvider;

/** The kernels of this process: the loops that compute layers. */
public final class Kernels {

    private Kernels() {}

    /**
     * Whether plain kernels run or those of the Vector API, and why, in one line: {@code plain; start Java with
     * --add-modules jdk.incubator.vector for faster ones}.
     */
    public static String description() {
        return KernelProvider.description();
    }
}
