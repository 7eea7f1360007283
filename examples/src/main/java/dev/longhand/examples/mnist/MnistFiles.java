package dev.longhand.examples.mnist;

import dev.longhand.data.Mnist;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the commands read handwritten digits from. */
public final class MnistFiles {

    private MnistFiles() {}

    /** The files of this folder, or the embedded ones. */
    public static Mnist in(@Nullable Path folder) {
        return folder == null ? Mnist.from(name -> MnistFiles.class.getResourceAsStream(name)) : Mnist.in(folder);
    }
}
