package dev.longhand.training.batch;

import dev.longhand.data.Dataset;
import dev.longhand.metric.Task;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.random.CountedRandom;
import dev.longhand.training.guard.Divergence;
import dev.longhand.training.guard.SetupWarnings;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** Batches of samples in memory, which are copied when a step needs them. */
public final class DatasetLoader implements BatchLoader {

    /** The key of the samples' order, so that it shares no random numbers with other uses of the seed. */
    static final long PURPOSE = 0x65706f6368L;

    private final ModelInfo info;
    private final Dataset data;
    private final Task task;
    private final Batches batches;
    private final boolean shuffle;
    private final long seed;
    private final int[] order;
    private final @Nullable AugmentedSamples augmented;
    private final IntToLongFunction sampleOfRow = this::sample;
    private int epoch;
    private int next;
    private int first;

    public DatasetLoader(Model model, BatchSettings settings, Dataset data) {
        info = model.info();
        this.data = data;
        task = Task.of(info, data);
        batches = Batches.of(info, data.size(), settings.size());
        shuffle = settings.isShuffled();
        seed = settings.seed();
        order = new int[data.size()];
        augmented = AugmentedSamples.of(settings, data.inputShape(), data.targetSize(), batches);
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
        return Map.of("data", data.toString());
    }

    @Override
    public List<String> warnings(Optimizer optimizer) {
        return SetupWarnings.of(info, optimizer, data);
    }

    @Override
    public void begin(int epoch, int firstBatch, int lastEpoch) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        if (shuffle) {
            CountedRandom.shuffle(order, order.length, CountedRandom.key(seed, PURPOSE, epoch));
        }
        this.epoch = epoch;
        next = firstBatch;
    }

    @Override
    public int load(Workspace ws) {
        int n = batches.samplesOf(next);
        first = (int) batches.firstOf(next);
        if (augmented == null) {
            data.gather(order, first, n, ws);
        } else {
            data.gatherAll(order, first, n, ws);
            augmented.apply(ws.input(), ws.targets(), n, epoch, next, sampleOfRow);
        }
        next++;
        return n;
    }

    @Override
    public long sample(int row) {
        return order[first + row];
    }

    @Override
    public @Nullable Divergence notFinite() {
        return Divergence.inData(data);
    }

    @Override
    public void close() {}
}
