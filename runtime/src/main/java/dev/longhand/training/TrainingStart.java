package dev.longhand.training;

import dev.longhand.io.InvalidFileException;
import dev.longhand.model.Model;
import dev.longhand.training.checkpoint.Checkpoint;
import dev.longhand.training.checkpoint.CheckpointFolder;
import dev.longhand.training.state.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a call of {@link Trainer#fit} begins: at the first epoch, after the last call, after epochs done elsewhere, or at
 * a checkpoint.
 *
 * @param progress the position
 * @param checkpoint the checkpoint to restore; null if the call doesn't begin at one
 * @param warnings a sentence for each damaged checkpoint, to which others may be added
 */
record TrainingStart(Progress progress, @Nullable Checkpoint checkpoint, List<String> warnings) {

    /**
     * Finds out.
     *
     * @param description the settings and the data in words
     * @param stepsOfEpoch the steps of an epoch
     */
    static TrainingStart of(
            Model model,
            TrainingSettings settings,
            TrainingRun run,
            TrainingStep step,
            long stepsOfEpoch,
            Map<String, String> description) {
        List<String> warnings = new ArrayList<>();
        Checkpoint checkpoint = null;
        try {
            checkpoint = resumed(model, settings, run, description, warnings);
            if (run.isNew()) {
                prepareFolder(settings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Progress progress = run.goOn(model, step);
        if (checkpoint != null) {
            checkpoint.restore(progress, model.info());
            if (settings.mayDiffer && !checkpoint.differences(description).isEmpty()) {
                progress.stopReason = null;
            }
            if (checkpoint.hasOtherBatches(description)) {
                progress.restartEpoch();
            }
        } else if (settings.resumeFrom != null && run.isNew()) {
            step.optimizer().restore(settings.resumeFrom);
            progress.epochsBefore = settings.epochsDone;
            progress.stepsBefore = settings.epochsDone * stepsOfEpoch;
            progress.epoch = settings.epochsDone;
        }
        boolean isWhole = settings.resumeFrom != null && run.isNew();
        progress.lastEpoch = isWhole
                ? settings.epochs
                : (int) Math.min(Integer.MAX_VALUE, (long) progress.epochsBefore + settings.epochs);
        return new TrainingStart(progress, checkpoint, warnings);
    }

    private static @Nullable Checkpoint resumed(
            Model model,
            TrainingSettings settings,
            TrainingRun run,
            Map<String, String> description,
            List<String> warnings)
            throws IOException {
        if (settings.resumeFolder == null) {
            return null;
        }
        CheckpointFolder folder = new CheckpointFolder(settings.resumeFolder);
        List<Path> files = filesOfCall(folder, settings, run);
        Checkpoint newest;
        try {
            newest = Checkpoint.newest(files, model.info(), description, warnings);
        } catch (InvalidFileException e) {
            if (run.isNew()) {
                throw unreadable(folder, files, e);
            }
            warnings.add("the checkpoint " + e.getMessage() + "; this call of fit began at its first epoch");
            return null;
        }
        if (newest == null || settings.mayDiffer) {
            return newest;
        }
        List<String> differences = newest.differences(description);
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException("the training of the checkpoint " + newest + " had other settings: "
                    + String.join("; ", differences)
                    + ". Use the same ones, or resumeChanged(…) to go on with the changed ones");
        }
        return newest;
    }

    /** An exception for a folder with no checkpoint of this call of fit that can be read. */
    private static InvalidFileException unreadable(
            CheckpointFolder folder, List<Path> files, InvalidFileException newest) throws IOException {
        List<Path> others = new ArrayList<>(folder.newestFirst());
        others.removeAll(files);
        String number = files.size() == 1 ? "the only checkpoint" : "each of the " + files.size() + " checkpoints";
        String remedy = others.isEmpty()
                ? " to begin the training anew"
                : ", and go on from " + others.get(0).getFileName() + ", of a later call, by resumeChanged(…)";
        return new InvalidFileException(
                folder.toString(),
                number + " of this call of fit is damaged: replace the newest by a copy, or delete "
                        + (files.size() == 1 ? "it" : "them") + remedy + "; " + newest.getMessage(),
                newest);
    }

    /**
     * The checkpoints of this call of fit, the newest first. A program that calls it several times finds, when it's
     * started again, what each call ended with.
     */
    private static List<Path> filesOfCall(CheckpointFolder folder, TrainingSettings settings, TrainingRun run)
            throws IOException {
        List<Path> all = folder.newestFirst();
        long first = 1L + (settings.resumeFrom != null && run.isNew() ? settings.epochsDone : run.epochs());
        List<Path> files = all.stream()
                .filter(file -> CheckpointFolder.firstEpoch(file) == first)
                .toList();
        if (!files.isEmpty() || all.isEmpty() || !run.isNew()) {
            return files;
        }
        if (settings.mayDiffer) {
            return all;
        }
        Path newest = all.get(0);
        throw new IllegalArgumentException("the checkpoints in " + folder + ", such as " + newest.getFileName()
                + ", are those of a call of fit that began at epoch " + CheckpointFolder.firstEpoch(newest)
                + ", while this one begins at epoch " + first + ": call fit as often as the program that wrote them, or"
                + " go on from the newest one by resumeChanged(…)");
    }

    private static void prepareFolder(TrainingSettings settings) throws IOException {
        if (settings.checkpoints != null) {
            Path folder = settings.checkpoints.schedule().folder();
            boolean isResumed = settings.resumeFolder != null && whole(folder).equals(whole(settings.resumeFolder));
            new CheckpointFolder(folder).begin(isResumed);
        }
    }

    private static Path whole(Path folder) {
        return folder.toAbsolutePath().normalize();
    }
}
