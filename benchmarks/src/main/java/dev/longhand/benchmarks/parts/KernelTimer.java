package dev.longhand.benchmarks.parts;

import dev.longhand.kernel.KernelDecorator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures each call of a kernel in a step, by its number in the step: a network calls the same kernels in each. A call is
 * named after the method of the generated source that makes it. Kernels of all families are called through dynamic
 * proxies, so that a new method of a family is measured without further code.
 */
final class KernelTimer implements KernelDecorator {

    private final String model;
    private final List<Times> calls = new ArrayList<>();
    private int next;

    /**
     * A timer of the calls of one network.
     *
     * @param model the generated class
     */
    KernelTimer(Class<?> model) {
        this.model = model.getName();
    }

    @Override
    public <T> T decorate(Class<T> type, T kernels) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> measured(kernels, method, arguments)));
    }

    private @Nullable Object measured(Object kernels, Method method, Object @Nullable [] arguments) throws Throwable {
        long start = System.nanoTime();
        Object result = call(kernels, method, arguments);
        long end = System.nanoTime();
        if (result != null && method.getReturnType().isInterface()) {
            // A kernel in two calls, of which the second computes.
            return decorated(method.getReturnType(), result);
        }
        if (method.getDeclaringClass() != Object.class) {
            if (next == calls.size()) {
                calls.add(new Times(caller() + "  " + kernelName(method)));
            }
            calls.get(next++).add(end - start);
        }
        return result;
    }

    private <T> T decorated(Class<T> type, Object kernels) {
        return decorate(type, type.cast(kernels));
    }

    private static @Nullable Object call(Object kernels, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(kernels, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** The method of the generated class that calls the kernel. */
    private String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().equals(model))
                        .map(StackWalker.StackFrame::getMethodName)
                        .findFirst())
                .orElse("-");
    }

    private static String kernelName(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** Makes the next call the first of a step. */
    void beginStep() {
        next = 0;
    }

    /** The number of calls since the step began. */
    int callsSoFar() {
        return next;
    }

    /** The calls of a step, in their order. */
    List<Times> calls() {
        return calls;
    }

    /** Forgets all durations. */
    void clear() {
        calls.forEach(Times::clear);
    }
}
