package dev.longhand.examples.mnist;

import dev.longhand.data.Dataset;
import dev.longhand.data.Mnist;
import dev.longhand.data.Split;
import dev.longhand.examples.Count;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that train on handwritten digits: which digits, and how many threads. */
public final class DigitOptions {

    @Option(
            names = "--threads",
            converter = Count.class,
            paramLabel = "COUNT",
            description = {
                "Threads that compute each step; default ${DEFAULT-VALUE}. The result is the same.",
                "More threads help large networks if the machine is otherwise idle."
            })
    private int threads = 1;

    @Option(
            names = "--hold-out",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "Number of training samples to evaluate on instead of the test set, for choosing settings.")
    private @Nullable Integer heldOut;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The folder of the four IDX files to use instead of the embedded ones.")
    private @Nullable Path data;

    /** The number of threads that compute each step. */
    public int threads() {
        return threads;
    }

    /** Whether training samples are held out, to be evaluated on instead of the test set. */
    public boolean areHeldOut() {
        return heldOut != null;
    }

    /** Whether the digits are the embedded ones. */
    boolean areEmbedded() {
        return data == null;
    }

    /** The digits to train on, and those to evaluate on. */
    public Split read() throws IOException {
        Mnist files = MnistFiles.in(data);
        Dataset train = files.train();
        return heldOut == null ? new Split(train, files.test()) : train.splitAt(train.size() - heldOut);
    }
}
