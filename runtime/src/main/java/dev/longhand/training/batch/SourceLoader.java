package dev.longhand.training.batch;

import dev.longhand.data.Dataset;
import dev.longhand.data.IndexedSource;
import dev.longhand.data.SampleBuffer;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import dev.longhand.metric.Task;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.training.guard.Divergence;
import dev.longhand.training.guard.NotFiniteException;
import dev.longhand.training.guard.SetupWarnings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Batches of samples that are read from a source, ahead of the training. */
public final class SourceLoader implements BatchLoader {

    private static final int LARGEST_INDEXED_WINDOW = 1 << 24;
    private static final int LARGEST_WINDOW = 1 << 16;
    private static final int SMALLEST_WINDOW = 256;
    private static final int WINDOW_NUMBERS = 1 << 23;

    /** The samples that are looked at before the training. */
    private static final int FIRST_SAMPLES = 100;

    private final ModelInfo info;
    private final BatchSettings settings;
    private final SampleSource source;
    private final Task task;
    private final Batches batches;
    private final Dataset firstSamples;
    private final List<Integer> absentClasses;
    private final SampleTransform transform;
    private @Nullable ReadAhead readAhead;
    private @Nullable LoadedBatch loaded;

    /** The batch that is read next. */
    private int nextEpoch;

    private int nextNumber;

    private SourceLoader(
            Model model,
            BatchSettings settings,
            SampleSource source,
            Batches batches,
            Dataset firstSamples,
            List<Integer> absentClasses,
            SampleTransform transform) {
        info = model.info();
        this.settings = settings;
        this.source = source;
        this.batches = batches;
        this.firstSamples = firstSamples;
        this.absentClasses = absentClasses;
        this.transform = transform;
        task = Task.of(info, source);
    }

    /** A loader that counts the samples first if the source doesn't know their number. */
    public static SourceLoader of(Model model, BatchSettings settings, SampleSource source) throws IOException {
        try {
            return read(model, settings, source);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static SourceLoader read(Model model, BatchSettings settings, SampleSource source) throws IOException {
        boolean[] occurs = new boolean[source.classes()];
        long size = source.size() == SampleSource.UNKNOWN ? count(source, occurs) : source.size();
        List<Integer> absent = size == source.size() || !areAnyTrue(occurs) ? source.absentClasses() : absent(occurs);
        if (size < 1) {
            throw new IllegalArgumentException("a training needs at least 1 sample, but the source has " + size);
        }
        Batches batches = Batches.of(model.info(), size, settings.size());
        AugmentedSamples augmented = AugmentedSamples.of(settings, source.inputShape(), source.targetSize(), batches);
        return new SourceLoader(
                model,
                settings,
                source,
                batches,
                firstSamples(model.info(), source),
                absent,
                augmented == null ? SampleTransform.NONE : augmented);
    }

    private static Dataset firstSamples(ModelInfo info, SampleSource source) throws IOException {
        int in = source.inputShape().size();
        int out = source.targetSize();
        SampleBuffer buffer = new SampleBuffer(FIRST_SAMPLES, in, out);
        try (SampleReader reader = source.open()) {
            int n = reader.read(buffer, 0, FIRST_SAMPLES);
            buffer.mask(info, n, row -> row);
            float[] x = Arrays.copyOf(buffer.inputs(), n * in);
            return Dataset.of(x, source.inputShape(), Arrays.copyOf(buffer.targets(), n * out), out);
        }
    }

    private static boolean areAnyTrue(boolean[] values) {
        boolean any = false;
        for (boolean value : values) {
            any |= value;
        }
        return any;
    }

    private static List<Integer> absent(boolean[] occurs) {
        return IntStream.range(0, occurs.length)
                .filter(label -> !occurs[label])
                .boxed()
                .toList();
    }

    /** Counts the samples; notes the classes of those that can't be skipped. */
    private static long count(SampleSource source, boolean[] occurs) throws IOException {
        try (SampleReader reader = source.open()) {
            long count = reader.skip(Long.MAX_VALUE);
            SampleBuffer buffer = new SampleBuffer(1, source.inputShape().size(), source.targetSize());
            while (reader.read(buffer, 0, 1) == 1) {
                count++;
                note(buffer.targets(), occurs);
                buffer.clear(0, 1);
            }
            return count;
        }
    }

    private static void note(float[] target, boolean[] occurs) {
        for (int i = 0; i < occurs.length; i++) {
            occurs[i] |= target.length == 1 ? target[0] == i : target[i] == 1;
        }
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public Batches batches() {
        return batches;
    }

    @Override
    public Map<String, String> description() {
        String data = batches.samples() + " samples of a source, inputs " + source.inputShape()
                + (source.classes() > 0 ? ", " + source.classes() + " classes" : ", targets " + source.targetSize());
        return Map.of("data", data, "shuffleWindow", Integer.toString(window()));
    }

    @Override
    public List<String> warnings(Optimizer optimizer) {
        return SetupWarnings.of(info, optimizer, source, firstSamples, absentClasses);
    }

    @Override
    public void begin(int epoch, int firstBatch, int lastEpoch) {
        if (readAhead != null && epoch == nextEpoch && firstBatch == nextNumber) {
            return;
        }
        close();
        nextEpoch = epoch;
        nextNumber = firstBatch;
        SampleOrder order = new SampleOrder(batches.samples(), window(), settings.isShuffled(), settings.seed());
        SourceReader reader = source instanceof IndexedSource indexed
                ? new IndexedSourceReader(indexed)
                : new WindowReader(source, order, batches.samples());
        BatchPlan plan = new BatchPlan(batches, order, reader, epoch, firstBatch, lastEpoch);
        readAhead = ReadAhead.start(plan, reader, this::prepare, this::newBuffer, settings.readers());
    }

    private int window() {
        if (settings.window() > 0) {
            return settings.window();
        }
        if (source instanceof IndexedSource) {
            return LARGEST_INDEXED_WINDOW;
        }
        int numbers = source.inputShape().size() + source.targetSize();
        return Math.max(SMALLEST_WINDOW, Math.min(LARGEST_WINDOW, WINDOW_NUMBERS / numbers));
    }

    private SampleBuffer newBuffer() {
        return new SampleBuffer(batches.largest(), source.inputShape().size(), source.targetSize());
    }

    /** What is done with a batch on the thread that has read it. */
    private void prepare(LoadedBatch batch) throws NotFiniteException {
        SampleCheck.require(info, source, batch);
        transform.apply(batch);
        if (info.skipsZeros()) {
            batch.buffer.listNonZeros(batch.n);
        }
    }

    @Override
    public int load(Workspace ws) throws NotFiniteException, InterruptedException {
        if (readAhead == null) {
            throw new IllegalStateException("not begun");
        }
        LoadedBatch batch = readAhead.next();
        loaded = batch;
        boolean isLast = batch.number == batches.count() - 1;
        nextEpoch = isLast ? batch.epoch + 1 : batch.epoch;
        nextNumber = isLast ? 0 : batch.number + 1;
        if (batch.failure != null) {
            throw failure(batch.failure);
        }
        batch.buffer.copyTo(ws, batch.n);
        return batch.n;
    }

    private static NotFiniteException failure(Throwable failure) {
        if (failure instanceof NotFiniteException notFinite) {
            return notFinite;
        }
        if (failure instanceof IOException e) {
            throw new SourceException(e);
        }
        if (failure instanceof UncheckedIOException e) {
            throw new SourceException(Objects.requireNonNull(e.getCause()));
        }
        if (failure instanceof Error e) {
            throw e;
        }
        throw (RuntimeException) failure;
    }

    @Override
    public long sample(int row) {
        return loaded == null ? row : loaded.samples[row];
    }

    /** Nothing: every sample was checked when it was read. */
    @Override
    public @Nullable Divergence notFinite() {
        return null;
    }

    @Override
    public void close() {
        if (readAhead != null) {
            readAhead.close();
        }
        readAhead = null;
    }
}
