package dev.longhand.model;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The predicting workspaces of one model, each used by one thread at a time. There are as many as threads have ever
 * predicted at once, and they are garbage as soon as the model is. Thread-locals would keep them, and the class loader,
 * until the thread ends.
 */
final class WorkspacePool {

    /** The slots of different threads are a cache line apart. */
    private static final int LINE = 16;

    private static final int SLOTS =
            Math.max(16, 2 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors()));

    private final Supplier<Workspace> make;
    private final AtomicReferenceArray<@Nullable Workspace> slots = new AtomicReferenceArray<>(SLOTS * LINE);

    /** Those that found no free slot. */
    private final ConcurrentLinkedQueue<Workspace> others = new ConcurrentLinkedQueue<>();

    WorkspacePool(Supplier<Workspace> make) {
        this.make = make;
    }

    /** A workspace for the calling thread, usually the one it used last; a new one if all are in use. */
    Workspace take() {
        int home = home();
        for (int i = 0; i < SLOTS; i++) {
            int slot = slot(home, i);
            if (slots.getPlain(slot) != null) {
                Workspace taken = slots.getAndSet(slot, null);
                if (taken != null) {
                    return taken;
                }
            }
        }
        Workspace other = others.poll();
        return other != null ? other : make.get();
    }

    /** Makes a workspace available again. */
    void giveBack(Workspace workspace) {
        int home = home();
        for (int i = 0; i < SLOTS; i++) {
            if (slots.compareAndSet(slot(home, i), null, workspace)) {
                return;
            }
        }
        others.add(workspace);
    }

    private static int home() {
        return System.identityHashCode(Thread.currentThread());
    }

    private static int slot(int home, int i) {
        return ((home + i) & (SLOTS - 1)) * LINE;
    }
}
