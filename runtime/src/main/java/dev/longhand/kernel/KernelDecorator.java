package dev.longhand.kernel;

/**
 * Puts an object in front of the kernels of a {@link dev.longhand.model.Workspace}, which passes the calls on: to measure
 * how long each takes, for example, or to record its arguments.
 */
public interface KernelDecorator {

    /**
     * An object to be called instead of {@code kernels}. It must have the same results.
     *
     * @param type the interface of a family of kernels, such as {@link dev.longhand.kernel.dense.DenseKernels}
     * @param kernels the kernels that would be called
     */
    <T> T decorate(Class<T> type, T kernels);
}
