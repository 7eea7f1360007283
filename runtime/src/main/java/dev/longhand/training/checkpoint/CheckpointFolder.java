package dev.longhand.training.checkpoint;

import dev.longhand.text.Printable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The checkpoints in a folder, by their names, which sort in the order of the training. */
public final class CheckpointFolder {

    private static final Pattern NAME = Pattern.compile("epoch-\\d{6,10}-batch-\\d{8,10}\\.safetensors");

    private final Path folder;

    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /** The file of a checkpoint after this batch. */
    Path file(int epoch, int batch) {
        return folder.resolve(String.format(Locale.ROOT, "epoch-%06d-batch-%08d.safetensors", epoch, batch));
    }

    /** The checkpoints, the newest first; none if there is no such folder. */
    List<Path> newestFirst() throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.exists(folder)) {
            return files;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (NAME.matcher(entry.getFileName().toString()).matches()) {
                    files.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Comparator<Path> order = Comparator.comparing(CheckpointFolder::key);
        files.sort(order.reversed());
        return files;
    }

    /** Epoch and batch with ten digits each, which sort as numbers. */
    private static String key(Path file) {
        String[] parts = file.getFileName().toString().split("[-.]", 0);
        return "0".repeat(10 - parts[1].length()) + parts[1] + "0".repeat(10 - parts[3].length()) + parts[3];
    }

    /**
     * Deletes what a checkpoint that was just written makes useless: those after it, which are left from before the
     * training was resumed, and the oldest ones.
     */
    void deleteBut(Path written, int kept) throws IOException {
        int before = 0;
        for (Path file : newestFirst()) {
            int order = key(file).compareTo(key(written));
            before += order <= 0 ? 1 : 0;
            if (order > 0 || before > kept) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * Creates the folder, if need be.
     *
     * @param isResumed whether the training goes on with the folder's checkpoints; if not, it may have none
     * @throws IllegalArgumentException if it has some
     */
    public void begin(boolean isResumed) throws IOException {
        List<Path> old = newestFirst();
        if (!old.isEmpty() && !isResumed) {
            throw new IllegalArgumentException(
                    "the folder " + this + " holds checkpoints of an earlier training, such as "
                            + old.get(0).getFileName() + ": go on with it by resume(…), or use another folder");
        }
        Files.createDirectories(folder);
    }

    @Override
    public String toString() {
        return Printable.of(folder.toString());
    }
}
