package dev.longhand.model;

import dev.longhand.Layer;
import dev.longhand.kernel.weights.PackedWeights;
import dev.longhand.text.Printable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * The trained numbers of one model: one flat array, layer by layer, in each layer weights then biases. And
 * beside them, in a second array, the state that layers keep without training it, such as the running
 * statistics of batch norm; most networks have none.
 *
 * <p>Copying, replacing, saving and digesting a model includes both.
 */
public final class Parameters {

    /** The numbers digested at a time: the bytes of all of them may not fit an array. */
    private static final int BLOCK = 1 << 14;

    private final ModelInfo info;
    private final float[] values;
    private final float[] state;
    private final boolean isShared;
    private final List<Layer> layers;
    private final AtomicReference<@Nullable Claim> trainedBy = new AtomicReference<>();

    /** Held for writing while parameters are replaced. Steps of training don't use it. */
    private final StampedLock lock = new StampedLock();

    /**
     * Raised before and after every change, so that a copy made before or during it belongs to another version than the
     * parameters after it.
     */
    private final AtomicLong version = new AtomicLong();

    /** Whether someone has the array to write it, so that it may change at any time. */
    private volatile boolean isExposed;

    private volatile Packed packed;

    /** The packed weights of a version. */
    private record Packed(long version, PackedWeights weights) {}

    private Parameters(ModelInfo info, boolean isShared) {
        this.info = info;
        this.isShared = isShared;
        values = new float[info.parameterCount()];
        state = new float[info.stateCount()];
        packed = new Packed(0, new PackedWeights(values));
        layers = info.layers().stream()
                .<Layer>map(layer -> new ParameterLayer(this, layer))
                .toList();
    }

    /**
     * Parameters drawn from the distributions their layers declare, and state as it starts. The same seed
     * gives the same parameters, to the bit, everywhere.
     */
    public static Parameters draw(ModelInfo info, long seed) {
        Parameters drawn = new Parameters(info, false);
        int stream = 0;
        for (LayerInfo layer : info.layers()) {
            for (ParameterInfo parameter : layer.parameters()) {
                parameter.initialization().draw(drawn.values, parameter.offset(), parameter.shape(), seed, stream++);
            }
            for (StateInfo array : layer.state()) {
                Arrays.fill(drawn.state, array.offset(), array.offset() + array.size(), array.start());
            }
        }
        return drawn;
    }

    /**
     * Parameters of a model that several parts of a program share, so that neither training nor a method of this class or
     * of {@link Layer} changes them.
     *
     * @param numbers in the order of {@link #copy}
     * @throws IllegalArgumentException if their number is another, or a running variance negative
     */
    public static Parameters shared(ModelInfo info, float[] numbers) {
        Parameters shared = new Parameters(info, true);
        shared.requireFit(numbers);
        System.arraycopy(numbers, 0, shared.values, 0, shared.values.length);
        System.arraycopy(numbers, shared.values.length, shared.state, 0, shared.state.length);
        return shared;
    }

    /** The description of the network. */
    public ModelInfo info() {
        return info;
    }

    /**
     * The array of parameters itself: changing it changes the model. Nothing tells predictions of such a change, so from
     * now on each prediction packs weights again, which makes small ones slower. {@link #forReading} avoids this, as do
     * {@link #copy} and {@link #set}.
     *
     * @throws IllegalStateException if the parameters are {@link #shared}
     */
    public float[] values() {
        if (isShared) {
            throw new IllegalStateException(info.name() + " is pretrained and shared, so its array of parameters isn't"
                    + " given to be changed: read it by forReading(), or copy it by copy()");
        }
        isExposed = true;
        return values;
    }

    /** The array of parameters itself, for code that doesn't change it, such as the passes of a model. */
    public float[] forReading() {
        return values;
    }

    /** The packed weights that all predictions share, or null while the parameters may change without notice. */
    @Nullable
    PackedWeights packed() {
        if (isExposed || trainedBy.get() != null) {
            return null;
        }
        Packed current = packed;
        return (current.version == version.get() ? current : renewed()).weights;
    }

    private synchronized Packed renewed() {
        long now = version.get();
        if (packed.version != now) {
            packed = new Packed(now, new PackedWeights(values));
        }
        return packed;
    }

    /** The array of state itself, empty if no layer has any. */
    public float[] state() {
        return state;
    }

    /** A copy of the parameters, then the state. */
    public float[] copy() {
        float[] copy = new float[values.length + state.length];
        copyTo(copy);
        return copy;
    }

    /** Writes what {@link #copy} gives to an array of the same length. */
    public void copyTo(float[] target) {
        if (target.length != values.length + state.length) {
            throw new IllegalArgumentException(
                    info.name() + " has " + size() + ", which can't be copied to an array of " + target.length);
        }
        read(() -> {
            System.arraycopy(values, 0, target, 0, values.length);
            System.arraycopy(state, 0, target, values.length, state.length);
        });
    }

    /**
     * Replaces all parameters and all state by those of an array as {@link #copy} returns it. Predictions of other
     * threads see all of the old ones or all of the new ones.
     *
     * @throws IllegalArgumentException if their number is another, or a running variance negative; nothing is changed
     *     then
     * @throws IllegalStateException if another thread is training the model, or it's {@link #shared}
     */
    public void set(float[] replacement) {
        requireFit(replacement);
        write(() -> {
            System.arraycopy(replacement, 0, values, 0, values.length);
            System.arraycopy(replacement, values.length, state, 0, state.length);
        });
    }

    private void requireFit(float[] replacement) {
        if (replacement.length != values.length + state.length) {
            throw new IllegalArgumentException(
                    info.name() + " has " + size() + ", but " + replacement.length + " were given");
        }
        for (LayerInfo layer : info.layers()) {
            for (StateInfo array : layer.state()) {
                array.require(info.name(), layer, replacement, values.length + array.offset());
            }
        }
    }

    /** The lock of predictions and of {@link #write}. */
    StampedLock lock() {
        return lock;
    }

    /** Reads parameters while no other thread replaces any. */
    void read(Runnable reading) {
        long stamp = lock.readLock();
        try {
            reading.run();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /**
     * Replaces parameters while no other thread reads any.
     *
     * @throws IllegalStateException if another thread is training the model, or it's {@link #shared}
     */
    void write(Runnable writing) {
        requireNotShared();
        long stamp = lock.writeLock();
        try {
            Claim claim = trainedBy.get();
            if (claim != null && claim.thread != Thread.currentThread().getId()) {
                throw beingTrained(claim, "replace its parameters when that is done, or from a callback");
            }
            version.getAndIncrement();
            try {
                writing.run();
            } finally {
                version.getAndIncrement();
            }
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    private String size() {
        return values.length + " parameters" + (state.length == 0 ? "" : " and " + state.length + " numbers of state");
    }

    /** The layers in order, as views of the parameters and the state. */
    public List<Layer> layers() {
        return layers;
    }

    /** Layer {@code index}, counted from 0. */
    public Layer layer(int index) {
        return layers.get(index);
    }

    /**
     * SHA-256 of the bits of the parameters and then the state, little endian, in hexadecimal: equal for
     * equal parameters only.
     */
    public String sha256() {
        MessageDigest digest = newDigest();
        read(() -> {
            update(digest, values);
            update(digest, state);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, float[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        for (int count, done = 0; done < numbers.length; done += count) {
            count = Math.min(BLOCK, numbers.length - done);
            bytes.asFloatBuffer().put(numbers, done, count);
            digest.update(bytes.array(), 0, Float.BYTES * count);
        }
    }

    /**
     * Reserves the parameters for training until the claim is closed.
     *
     * @throws IllegalStateException if they are being trained already, or {@link #shared}
     */
    public TrainingClaim claimForTraining() {
        requireNotShared();
        Claim claim = new Claim(this, Thread.currentThread());
        // No other thread replaces parameters after the claim.
        long stamp = lock.readLock();
        try {
            if (!trainedBy.compareAndSet(null, claim)) {
                throw beingTrained(trainedBy.get(), "run one training at a time, or create another model");
            }
            version.getAndIncrement();
            return claim;
        } finally {
            lock.unlockRead(stamp);
        }
    }

    private void requireNotShared() {
        if (isShared) {
            throw new IllegalStateException(info.name() + " is pretrained and shared, so its parameters can't be"
                    + " changed: train a copy, a model of create(seed) with parameters().set(pretrained().parameters()"
                    + ".copy())");
        }
    }

    private IllegalStateException beingTrained(@Nullable Claim claim, String remedy) {
        return new IllegalStateException(info.name() + " is being trained already"
                + (claim == null ? "" : " by thread \"" + Printable.of(claim.name) + "\"") + ": " + remedy);
    }

    /** The exclusive right to change the parameters. */
    public interface TrainingClaim extends AutoCloseable {

        /** The array of parameters itself, to be changed until the claim is closed. */
        float[] values();

        /** Releases the parameters; does nothing if this claim is closed already. */
        @Override
        void close();
    }

    /** Closing a claim twice doesn't end a later one. */
    private static final class Claim implements TrainingClaim {

        private final Parameters parameters;
        private final String name;
        private final long thread;

        Claim(Parameters parameters, Thread thread) {
            this.parameters = parameters;
            name = thread.getName();
            this.thread = thread.getId();
        }

        @Override
        public float[] values() {
            return parameters.values;
        }

        @Override
        public void close() {
            if (parameters.trainedBy.get() == this) {
                parameters.version.getAndIncrement();
                parameters.trainedBy.compareAndSet(this, null);
            }
        }
    }

    @Override
    public String toString() {
        return info.name() + " with " + values.length + " parameters " + Arrays.toString(preview());
    }

    private float[] preview() {
        return Arrays.copyOf(values, Math.min(values.length, 4));
    }
}
