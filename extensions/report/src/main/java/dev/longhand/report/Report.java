package dev.longhand.report;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.io.ClassNames;
import dev.longhand.model.Model;
import dev.longhand.report.page.Examination;
import dev.longhand.report.page.Page;
import dev.longhand.report.page.PageContent;
import dev.longhand.report.picture.BoundaryFilm;
import dev.longhand.report.run.Course;
import dev.longhand.report.run.Course.State;
import dev.longhand.report.run.Environment;
import dev.longhand.report.run.LayerNorms;
import dev.longhand.report.run.Result;
import dev.longhand.report.run.Run;
import dev.longhand.report.run.RunFile;
import dev.longhand.training.Callback;
import dev.longhand.training.EpochResult;
import dev.longhand.training.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page about a training, {@code index.html} in a folder, which needs no network and no other file: the network's diagram,
 * its source, the curves of the training, metrics, mistakes, settings and what it ran on. Beside it is {@code run.json} with
 * the figures, by which runs are compared.
 *
 * <p>It's a callback. The page is written after the first epoch, then every few seconds, and at the end, so that a training
 * that is killed leaves one too. A page that can't be written then is a warning in the log, and the training goes on. Add it after callbacks that change the model at the end of the training, such as {@link
 * dev.longhand.training.EarlyStopping}. Settings are immutable: each method returns a report with one of them changed.
 */
public final class Report implements Callback {

    /** The name of the page. */
    public static final String PAGE = "index.html";

    /** The pause between pages while the network is trained. */
    private static final long PAUSE_NANOSECONDS = 5_000_000_000L;

    private static final System.Logger LOGGER = System.getLogger("dev.longhand.report");

    private final Path folder;
    private final ReportSettings settings;
    private LayerNorms norms = new LayerNorms();
    private Optional<BoundaryFilm> film = Optional.empty();
    private long written;

    private Report(Path folder, ReportSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** A report in this folder, which is made if there is none; a page and a {@code run.json} in it are replaced. */
    public static Report callback(Path folder) {
        return new Report(folder, ReportSettings.DEFAULTS);
    }

    /** The title of the page; by default the name of the network's declaration. */
    public Report title(String title) {
        return new Report(folder, settings.withTitle(title));
    }

    /** What was called to start the run, such as a command line; by default nothing is said of it. */
    public Report command(String command) {
        return new Report(folder, settings.withCommand(command));
    }

    /** The training samples, so that the page counts those of each class. */
    public Report trainedOn(Dataset data) {
        return new Report(folder, settings.withData(settings.data().withTraining(data)));
    }

    /**
     * Samples to evaluate the model on at the end, which aren't used for training: the page then has metrics, the confusion
     * matrix and the worst mistakes.
     *
     * @param name what the data is called: {@code "test set"}
     */
    public Report evaluatedOn(String name, Dataset data) {
        return new Report(folder, settings.withData(settings.data().withEvaluated(name, data)));
    }

    /** The names of the classes; by default they are numbers. */
    public Report classNames(ClassNames names) {
        return new Report(folder, settings.withNames(names.names()));
    }

    /** The shape of images that are stored as flat vectors, as {@code images(28, 28, 1)}. */
    public Report images(int height, int width, int channels) {
        return new Report(folder, settings.withData(settings.data().withImage(Shape.of(height, width, channels))));
    }

    /**
     * Folders with the source of the declaration and of the generated class, each below the folders of its package. By
     * default they are looked for on the class path and where Maven and Gradle have them.
     */
    public Report sources(Path... folders) {
        return new Report(folder, settings.withFolders(List.of(folders)));
    }

    /** The source itself, of the declaration and of the generated class, if it's in no file. */
    public Report source(String declaration, String generated) {
        return new Report(folder, settings.withSource(declaration, generated));
    }

    /** The file of the page. */
    public Path page() {
        return folder.resolve(PAGE);
    }

    /**
     * Writes the page about a model that isn't trained here.
     *
     * @throws IOException if the folder can't be written to
     * @throws IllegalArgumentException if data has other sizes than the network
     */
    public void write(Model model) throws IOException {
        settings.requireFit(model.info());
        norms = new LayerNorms();
        film = settings.data().any().flatMap(data -> BoundaryFilm.of(model, data));
        write(model, Course.none(), true);
    }

    @Override
    public void onTrainingBegin(Training training) {
        settings.requireFit(training.model().info());
        norms = new LayerNorms();
        film = settings.data().any().flatMap(data -> BoundaryFilm.of(training.model(), data));
        written = 0;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(
                    "The report can't be written: there is no folder " + folder + ", and none can be made", e));
        }
    }

    @Override
    public void onBatchEnd(Training training) {
        if (training.batch() == training.batches()) {
            norms.record(
                    training.epoch(),
                    training.model().info(),
                    training.step().workspace(),
                    training.step().samples());
        }
    }

    @Override
    public void onEpochEnd(Training training, EpochResult result) {
        film.ifPresent(of -> of.record(result.epoch(), training.model()));
        long now = System.nanoTime();
        if (written == 0 || now - written > PAUSE_NANOSECONDS) {
            State state = new State(
                    State.Kind.RUNNING,
                    "This page was written after epoch %s of %s; the training hadn't ended."
                            .formatted(result.epoch(), training.epochs()));
            writeIfPossible(training, state, false);
            written = now;
        }
    }

    @Override
    public void onDivergence(Training training) {
        State state = new State(
                State.Kind.DIVERGED,
                "The training diverged in epoch %s, batch %s: numbers were infinite or not numbers. The parameters are those"
                                .formatted(training.epoch(), training.batch())
                        + " of the last finite epoch.");
        try {
            write(training.model(), Course.of(training, state), true);
        } catch (IOException | RuntimeException e) {
            // The exception that follows says what matters more.
        }
    }

    @Override
    public void onTrainingEnd(Training training) {
        int epochs = training.history().epochs().size();
        State state = training.history()
                .stopReason()
                .map(reason -> new State(
                        State.Kind.STOPPED,
                        "Stopped in epoch %s of %s: %s.".formatted(training.epoch(), training.epochs(), reason)))
                .orElse(new State(
                        State.Kind.FINISHED,
                        "Finished after %s %s.".formatted(epochs, epochs == 1 ? "epoch" : "epochs")));
        writeIfPossible(training, state, true);
    }

    /** A training is worth more than its page: a page that can't be written is a warning, and the next one is tried. */
    private void writeIfPossible(Training training, State state, boolean isLast) {
        try {
            write(training.model(), Course.of(training, state), isLast);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "The report can't be written to " + folder + ": " + e);
        }
    }

    private void write(Model model, Course course, boolean isLast) throws IOException {
        Files.createDirectories(folder);
        List<Examination> examinations = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        if (isLast) {
            settings.data().evaluated().forEach((name, data) -> {
                try {
                    examinations.add(Examination.of(name, model, data));
                } catch (IllegalArgumentException e) {
                    // The training is over and its model is worth more than its evaluation.
                    problems.add("the " + name + " can't be evaluated: " + e.getMessage());
                }
            });
        }
        Run run = new Run(
                settings.title().isEmpty() ? model.info().name() : settings.title(),
                settings.command(),
                model.info(),
                model.parameters().sha256(),
                course.withWarnings(problems),
                examinations.stream()
                        .map(examination -> Result.of(examination.name(), examination.evaluation()))
                        .toList(),
                Environment.current());
        PageContent content =
                new PageContent(run, model, settings.data(), settings.labels(), norms, settings.sources(model), film);
        replace(folder.resolve(PAGE), Page.of(content, examinations));
        replace(folder.resolve(RunFile.NAME), RunFile.write(run));
    }

    /** Writes a file as a whole: a reader sees the old one or the new one. */
    private static void replace(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, text.getBytes(StandardCharsets.UTF_8));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
