package dev.longhand.kernel.provider;

import java.util.Optional;

/**
 * The JDK's module of the Vector API. The runtime's module descriptor doesn't name it, because javac would then warn
 * the compilation of every modular application that an incubating module is in use; the runtime reads it from the
 * moment this class says that it is there.
 */
final class VectorModule {

    static final String NAME = "jdk.incubator.vector";

    private static final boolean IS_READ = read();

    private VectorModule() {}

    /** Whether Java was started with the module, so that vector kernels can be used. */
    static boolean isThere() {
        return IS_READ;
    }

    private static boolean read() {
        Optional<Module> module = ModuleLayer.boot().findModule(NAME);
        if (module.isPresent()) {
            VectorModule.class.getModule().addReads(module.get());
        }
        return module.isPresent();
    }
}
