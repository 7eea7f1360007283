package dev.longhand.training.checkpoint;

import dev.longhand.io.InvalidFileException;
import dev.longhand.io.TensorFile;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.StateInfo;
import dev.longhand.optimizer.OptimizerSnapshot;
import dev.longhand.optimizer.OptimizerState;
import dev.longhand.text.Printable;
import dev.longhand.training.Resumable;
import dev.longhand.training.state.EpochTotals;
import dev.longhand.training.state.Progress;
import dev.longhand.training.state.TrainingState;
import dev.longhand.training.step.GradientAccumulation;
import dev.longhand.training.step.WeightAverage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A training at one moment, as a file holds it. */
public final class Checkpoint {

    private static final String FORMAT = "format";
    private static final String OWN_FORMAT = "longhand checkpoint 1";
    private static final String NETWORK = "network";
    private static final String SETTING = "setting.";
    private static final String LAYER = "layer ";
    private static final String OPTIMIZER = "optimizer.";
    private static final String CALLBACK = "callback.";
    private static final String PARAMETERS = "parameters";
    private static final String LAST_GOOD = "epochBegin";
    private static final String AVERAGE = "average";
    private static final String ACCUMULATED = "accumulated";
    private static final String HISTORY = "history";
    private static final String OUTPUTS = "historyOfOutputs";
    private static final String TOTALS = "totals";

    /** The bytes that every file may have, for its history and metadata. */
    private static final long ROOM = 1 << 26;

    /** The arrays, as long as that of the parameters, that every file may have. */
    private static final long ARRAYS = 32;

    private final Path file;
    private final TensorFile content;

    private Checkpoint(Path file, TensorFile content) {
        this.file = file;
        this.content = content;
    }

    /** The content of a file with a training at this moment. */
    static TensorFile of(TrainingState state, double secondsOfEpoch) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, float[]> arrays = new LinkedHashMap<>();
        texts.put(FORMAT, OWN_FORMAT);
        texts.put(NETWORK, state.model().info().name());
        Progress progress = state.progress();
        texts.put("epoch", Integer.toString(progress.epoch));
        texts.put("batch", Integer.toString(progress.batch));
        texts.put("isInEpoch", Boolean.toString(progress.isInEpoch));
        texts.put("epochsBefore", Integer.toString(progress.epochsBefore));
        texts.put("stepsBefore", Long.toString(progress.stepsBefore));
        texts.put("rateScale", Double.toString(progress.rateScale));
        texts.put("rateFactor", Double.toString(progress.rateFactor));
        texts.put("loss", Float.toString(progress.loss));
        texts.put("seconds", Double.toString(secondsOfEpoch));
        if (progress.stopReason != null && !progress.isInterrupted()) {
            texts.put("stopReason", progress.stopReason);
        }
        state.description().forEach((name, value) -> texts.put(SETTING + name, value));
        float[] parameters = state.model().parameters().copy();
        arrays.put(PARAMETERS, parameters);
        if (!Arrays.equals(parameters, state.lastGood())) {
            arrays.put(LAST_GOOD, state.lastGood());
        }
        OptimizerState optimizer = state.control().optimizer();
        texts.put("steps", Long.toString(optimizer.steps()));
        optimizer.arrays().forEach((name, array) -> arrays.put(OPTIMIZER + name, array));
        WeightAverage average = state.control().average();
        if (average != null) {
            arrays.put(AVERAGE, average.values());
        }
        GradientAccumulation accumulation = state.control().accumulation();
        if (accumulation != null && accumulation.batches() > 0) {
            texts.put("accumulatedBatches", Integer.toString(accumulation.batches()));
            texts.put("accumulatedWeight", Double.toString(accumulation.weight()));
            arrays.put(ACCUMULATED, accumulation.sum());
        }
        List<Resumable> callbacks = state.callbacks();
        for (int i = 0; i < callbacks.size(); i++) {
            String prefix = CALLBACK + i + ".";
            texts.put(CALLBACK + i, callbacks.get(i).toString());
            Resumable.Memory memory = callbacks.get(i).memory();
            memory.numbers().forEach((name, number) -> texts.put(prefix + name, Double.toString(number)));
            memory.arrays().forEach((name, array) -> arrays.put(prefix + name, array));
        }
        Map<String, double[]> numbers = new LinkedHashMap<>();
        numbers.put(TOTALS, state.totals().sums());
        numbers.put(HISTORY, HistoryRows.of(progress.results));
        if (state.model().info().joinsOutputs()) {
            numbers.put(OUTPUTS, HistoryRows.ofOutputs(progress.outputs));
        }
        return new TensorFile(texts, arrays, numbers);
    }

    /**
     * The first checkpoint that isn't damaged; null if there is none at all.
     *
     * @param files the newest first
     * @param description the settings and the data of now
     * @param warnings gets a sentence for each damaged one
     * @throws IOException if all are damaged, or they can't be read
     */
    public static @Nullable Checkpoint newest(
            List<Path> files, ModelInfo model, Map<String, String> description, List<String> warnings)
            throws IOException {
        IOException first = null;
        List<String> damaged = new ArrayList<>();
        for (Path file : files) {
            try {
                Checkpoint read = read(file, model, description);
                for (String reason : damaged) {
                    warnings.add("the checkpoint " + reason + "; the training was resumed from " + file.getFileName());
                }
                return read;
            } catch (IOException e) {
                first = first == null ? e : first;
                damaged.add(Objects.toString(e.getMessage()));
            }
        }
        if (first != null) {
            throw first;
        }
        return null;
    }

    private static Checkpoint read(Path file, ModelInfo model, Map<String, String> description) throws IOException {
        long numbers = (long) model.parameterCount() + model.stateCount();
        Checkpoint read = new Checkpoint(file, TensorFile.read(file, ROOM + ARRAYS * Float.BYTES * numbers));
        if (!OWN_FORMAT.equals(read.content.texts().get(FORMAT))) {
            throw read.invalid("it isn't a checkpoint");
        }
        String network = read.content.texts().getOrDefault(NETWORK, "");
        float[] parameters = read.content.arrays().getOrDefault(PARAMETERS, new float[0]);
        if (!network.equals(model.name()) || parameters.length != numbers) {
            throw new IllegalArgumentException(Printable.of(file.toString()) + " is a checkpoint of "
                    + Printable.of(network) + " with " + parameters.length + " numbers, not one of " + model.name()
                    + " with " + numbers
                    + (network.equals(model.name()) ? read.differenceOfLayers(description) : ""));
        }
        read.requireForm(model);
        return read;
    }

    /** Checks the sizes and the numbers, so that restoring them can't fail. */
    private void requireForm(ModelInfo model) throws InvalidFileException {
        for (Map.Entry<String, float[]> array : content.arrays().entrySet()) {
            String name = array.getKey();
            int size = array.getValue().length;
            boolean isWhole = name.equals(PARAMETERS) || name.equals(LAST_GOOD);
            boolean isTrained = name.equals(ACCUMULATED) || name.startsWith(OPTIMIZER);
            boolean isAverage = name.equals(AVERAGE) && (size == 0 || size == model.parameterCount());
            if (isWhole && size != model.parameterCount() + model.stateCount()
                    || isTrained && size != model.parameterCount()
                    || !isWhole && !isTrained && !isAverage && !name.startsWith(CALLBACK)) {
                throw invalid("it has " + size + " numbers \"" + name + "\", which the network can't have");
            }
        }
        try {
            restore(new Progress(), model);
            snapshot(Long.parseLong(text("steps")));
            memory(CALLBACK);
            requireState(model);
            if (content.arrays().containsKey(ACCUMULATED)) {
                Integer.parseInt(text("accumulatedBatches"));
                Double.parseDouble(text("accumulatedWeight"));
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException(file.toString(), "it's no whole checkpoint: " + e.getMessage(), e);
        }
        if (!EpochTotals.fit(content.numbers().getOrDefault(TOTALS, new double[0]), model)) {
            throw invalid("it lacks the sums of the epoch");
        }
    }

    /** Checks what {@link dev.longhand.model.Parameters#set} refuses. */
    private void requireState(ModelInfo model) {
        for (float[] parameters :
                List.of(array(PARAMETERS), content.arrays().getOrDefault(LAST_GOOD, array(PARAMETERS)))) {
            for (LayerInfo layer : model.layers()) {
                for (StateInfo state : layer.state()) {
                    state.require(model.name(), layer, parameters, model.parameterCount() + state.offset());
                }
            }
        }
    }

    /**
     * What is different in a training: each as {@code batchSize was 32, now it's 64}.
     *
     * @param description the settings and the data of now
     */
    public List<String> differences(Map<String, String> description) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(description.keySet());
        for (String name : content.texts().keySet()) {
            if (name.startsWith(SETTING)) {
                names.add(name.substring(SETTING.length()));
            }
        }
        for (String name : names) {
            String before = content.texts().getOrDefault(SETTING + name, "none");
            String now = description.getOrDefault(name, "none");
            if (!before.equals(now)) {
                differences.add(
                        Printable.of(name) + " was " + Printable.of(before) + ", now it's " + Printable.of(now));
            }
        }
        return differences;
    }

    /** The first layer that differs, after a colon; empty if none does. */
    private String differenceOfLayers(Map<String, String> description) {
        return differences(description).stream()
                .filter(difference -> difference.startsWith(LAYER))
                .findFirst()
                .map(difference -> ": " + difference)
                .orElse("");
    }

    /** Whether the batches of an epoch, or their order, are others in a training. */
    public boolean hasOtherBatches(Map<String, String> description) {
        return Stream.of("batchSize", "accumulate", "data", "seed", "shuffle", "shuffleWindow")
                .anyMatch(name -> !Objects.equals(content.texts().get(SETTING + name), description.get(name)));
    }

    /** Whether it's in this folder. */
    boolean isIn(Path folder) {
        Path own = file.toAbsolutePath().normalize().getParent();
        return folder.toAbsolutePath().normalize().equals(own);
    }

    /** Restores the position in the training and its history. */
    public void restore(Progress progress, ModelInfo model) {
        progress.epoch = Integer.parseInt(text("epoch"));
        progress.batch = Integer.parseInt(text("batch"));
        progress.isInEpoch = Boolean.parseBoolean(text("isInEpoch"));
        progress.epochsBefore = Integer.parseInt(text("epochsBefore"));
        progress.stepsBefore = Long.parseLong(text("stepsBefore"));
        progress.rateScale = Double.parseDouble(text("rateScale"));
        progress.rateFactor = Double.parseDouble(text("rateFactor"));
        progress.loss = Float.parseFloat(text("loss"));
        progress.secondsBefore = Double.parseDouble(text("seconds"));
        progress.stopReason = content.texts().get("stopReason");
        progress.results.clear();
        progress.results.addAll(HistoryRows.read(content.numbers().getOrDefault(HISTORY, new double[0])));
        progress.outputs.clear();
        double[] outputs = content.numbers().getOrDefault(OUTPUTS, new double[0]);
        progress.outputs.addAll(HistoryRows.readOutputs(outputs, progress.results.size(), model));
        long ended = (long) progress.epochsBefore + progress.results.size() + (progress.isInEpoch ? 1 : 0);
        if (progress.batch < 0 || progress.epochsBefore < 0 || progress.epoch != ended) {
            throw new IllegalArgumentException("epoch " + progress.epoch + ", batch " + progress.batch + " can't be");
        }
    }

    /**
     * Restores everything else.
     *
     * @throws UncheckedIOException if a callback refuses its memory; only callbacks are changed then
     */
    public void restore(TrainingState state) {
        restoreCallbacks(state.callbacks());
        float[] parameters = array(PARAMETERS);
        state.model().parameters().set(parameters);
        float[] lastGood = content.arrays().getOrDefault(LAST_GOOD, parameters);
        System.arraycopy(lastGood, 0, state.lastGood(), 0, lastGood.length);
        OptimizerSnapshot snapshot = snapshot(Long.parseLong(text("steps")));
        OptimizerState optimizer = state.control().optimizer();
        if (snapshot.arrays().keySet().equals(optimizer.arrays().keySet())) {
            optimizer.restore(snapshot);
        }
        WeightAverage average = state.control().average();
        if (average != null && content.arrays().containsKey(AVERAGE)) {
            average.restore(array(AVERAGE));
        }
        if (state.progress().isInEpoch) {
            state.totals().restore(Objects.requireNonNull(content.numbers().get(TOTALS)));
        }
        GradientAccumulation accumulation = state.control().accumulation();
        if (accumulation != null
                && state.progress().isInEpoch
                && content.arrays().containsKey(ACCUMULATED)) {
            accumulation.restore(
                    array(ACCUMULATED),
                    Integer.parseInt(text("accumulatedBatches")),
                    Double.parseDouble(text("accumulatedWeight")));
        }
    }

    private void restoreCallbacks(List<Resumable> callbacks) {
        for (int i = 0; i < callbacks.size(); i++) {
            String callback = callbacks.get(i).toString();
            try {
                if (callback.equals(content.texts().get(CALLBACK + i))) {
                    callbacks.get(i).restore(memory(CALLBACK + i + "."));
                }
            } catch (IllegalArgumentException e) {
                throw new UncheckedIOException(invalid(callback + " can't go on from it: " + e.getMessage()));
            }
        }
    }

    private OptimizerSnapshot snapshot(long steps) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        content.arrays().forEach((name, array) -> {
            if (name.startsWith(OPTIMIZER)) {
                arrays.put(name.substring(OPTIMIZER.length()), array);
            }
        });
        return new OptimizerSnapshot(steps, arrays);
    }

    /** What a callback remembered, or all of them. */
    private Resumable.Memory memory(String prefix) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        content.texts().forEach((name, text) -> {
            if (name.startsWith(prefix) && name.indexOf('.', CALLBACK.length()) > 0) {
                numbers.put(name.substring(prefix.length()), Double.parseDouble(text));
            }
        });
        Map<String, float[]> arrays = new LinkedHashMap<>();
        content.arrays().forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                arrays.put(name.substring(prefix.length()), array);
            }
        });
        return new Resumable.Memory(numbers, arrays);
    }

    private float[] array(String name) {
        return Objects.requireNonNull(content.arrays().get(name));
    }

    private String text(String name) {
        String text = content.texts().get(name);
        if (text == null) {
            throw new IllegalArgumentException("it lacks \"" + name + "\"");
        }
        return text;
    }

    private InvalidFileException invalid(String reason) {
        return new InvalidFileException(file.toString(), reason);
    }

    @Override
    public String toString() {
        return Printable.of(file.toString());
    }
}
