package dev.longhand.augment;

import com.sun.management.ThreadMXBean;
import dev.longhand.random.CountedRandom;
import java.lang.management.ManagementFactory;
import java.util.function.LongConsumer;

/** Small images for tests, and what is done with them. */
final class Images {

    private Images() {}

    static Image of(int height, int width, int channels, float... values) {
        Image image = Image.of(height, width, channels);
        image.read(values, 0);
        return image;
    }

    /** An image of numbers from 0 to 1. */
    static Image random(int height, int width, int channels) {
        Image image = Image.of(height, width, channels);
        for (int i = 0; i < image.values().length; i++) {
            image.values()[i] = CountedRandom.uniform(7, i);
        }
        return image;
    }

    /** A copy of the image after the change. */
    static float[] changed(Augmentation augmentation, Image image, long key) {
        Image copy = of(image.height(), image.width(), image.channels(), image.values());
        augmentation.apply(copy, key);
        return copy.values();
    }

    /** The bytes that a call allocates after many others: the least of several measurements. */
    static long allocatedBy(LongConsumer call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 5_000 && least > 0; run++) {
            long before = threads.getThreadAllocatedBytes(self);
            for (int i = 0; i < 10; i++) {
                call.accept(i);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(self) - before);
        }
        return least;
    }
}
