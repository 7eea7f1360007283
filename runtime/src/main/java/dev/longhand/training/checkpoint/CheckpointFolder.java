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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checkpoints in a folder, by their names, which sort in the order of the training. Those of a second call of fit say
 * the epoch that it began with: {@code epoch-000006-batch-00000600-from-000003.safetensors}.
 */
public final class CheckpointFolder {

    private static final Pattern NAME =
            Pattern.compile("epoch-(\\d{6,10})-batch-(\\d{8,10})(?:-from-(\\d{6,10}))?\\.safetensors");

    private static final Comparator<Path> ORDER = Comparator.<Path>comparingLong(file -> number(file, 1))
            .thenComparingLong(file -> number(file, 2))
            .thenComparingLong(CheckpointFolder::firstEpoch);

    /** The checkpoints that are kept of each earlier call of fit: if the newest is damaged, the one before serves. */
    private static final int KEPT_OF_EARLIER_CALLS = 2;

    private final Path folder;

    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The file of a checkpoint after this batch.
     *
     * @param firstEpoch the epoch with which the call of fit began
     */
    Path file(int epoch, int batch, int firstEpoch) {
        String from = firstEpoch == 1 ? "" : String.format(Locale.ROOT, "-from-%06d", firstEpoch);
        return folder.resolve(String.format(Locale.ROOT, "epoch-%06d-batch-%08d%s.safetensors", epoch, batch, from));
    }

    /** The epoch with which the call of fit began that wrote a checkpoint. */
    public static long firstEpoch(Path file) {
        String from = matcher(file).group(3);
        return from == null ? 1 : Long.parseLong(from);
    }

    private static Matcher matcher(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(file + " isn't the name of a checkpoint");
        }
        return matcher;
    }

    /** The checkpoints, the newest first; none if there is no such folder. */
    public List<Path> newestFirst() throws IOException {
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
        files.sort(ORDER.reversed());
        return files;
    }

    private static long number(Path file, int group) {
        return Long.parseLong(matcher(file).group(group));
    }

    /**
     * Deletes what a checkpoint that was just written makes useless: those after it, which are left from before the
     * training was resumed, and the oldest ones. Of each earlier call of fit the last two are kept, so that a program
     * that is started again finds what each call ended with.
     */
    void deleteBut(Path written, int kept) throws IOException {
        long call = firstEpoch(written);
        int keptOfCall = 0;
        for (Path file : newestFirst()) {
            boolean isLater = ORDER.compare(file, written) > 0 || firstEpoch(file) > firstEpoch(written);
            if (!isLater && firstEpoch(file) != call) {
                call = firstEpoch(file);
                keptOfCall = 0;
            }
            keptOfCall += isLater ? 0 : 1;
            if (isLater || keptOfCall > (call == firstEpoch(written) ? kept : KEPT_OF_EARLIER_CALLS)) {
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
