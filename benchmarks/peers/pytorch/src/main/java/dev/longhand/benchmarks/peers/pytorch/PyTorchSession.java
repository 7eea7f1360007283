package dev.longhand.benchmarks.peers.pytorch;

import dev.longhand.Loss;
import dev.longhand.benchmarks.engine.Job;
import dev.longhand.benchmarks.engine.Session;
import dev.longhand.benchmarks.work.Epoch;
import dev.longhand.benchmarks.work.NetworkLayer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * PyTorch: the official libtorch, used through its C++ interface, with the fused optimizers. Autograd, batches by {@code
 * index_select}, prediction in inference mode. Where its users have a choice, as between the layouts of images, the fastest
 * {@link Setup} is found by trying all before the first step, and before the first prediction of each number of samples.
 */
final class PyTorchSession implements Session {

    /** Samples copied at a time through a Java array. */
    private static final int CHUNK = 1000;

    private final Job job;
    private final List<NetworkLayer> layers;
    private final List<Setup> setups;
    private final Tensor x;
    private final Tensor t;
    private final Map<Integer, Prediction> predictions = new HashMap<>();
    private @Nullable Training training;
    private Setup current;

    /** A network and its optimizer. */
    private record Training(PyTorchNetwork network, FusedOptimizer optimizer) {}

    /** An off-heap buffer for n samples, a tensor that views it, and the network that predicts them. */
    private record Prediction(FloatPointer memory, Tensor tensor, PyTorchNetwork network) {}

    PyTorchSession(Job job) {
        this.job = job;
        torch.set_num_threads(job.threads());
        layers = job.task().layers();
        setups = Setup.of(layers);
        current = setups.get(0);
        x = inputs(job);
        t = targets(job);
    }

    private static Tensor inputs(Job job) {
        int size = job.train().size();
        int in = job.task().inputs();
        Tensor inputs = torch.empty(size, in);
        FloatPointer to = inputs.data_ptr_float();
        float[] chunk = new float[CHUNK * in];
        for (int first = 0; first < size; first += CHUNK) {
            int n = Math.min(CHUNK, size - first);
            job.train().copyInputs(first, n, chunk);
            to.position((long) first * in).put(chunk, 0, n * in);
        }
        return inputs;
    }

    /** The labels for cross-entropy, [n] or of each step [n][time]; else the targets. */
    private static Tensor targets(Job job) {
        int size = job.train().size();
        int out = job.task().outputs();
        int classes = job.task().classes();
        float[] targets = job.train().targets();
        if (job.task().loss() == Loss.CROSS_ENTROPY) {
            int[] labels = new int[targets.length / classes];
            for (int i = 0; i < targets.length; i++) {
                if (targets[i] == 1) {
                    labels[i / classes] = i % classes;
                }
            }
            return indices(labels).view(size, out / classes);
        }
        Tensor tensor = torch.empty(size, out);
        tensor.data_ptr_float().put(targets);
        return tensor;
    }

    private static Tensor indices(int[] values) {
        Tensor indices = torch.empty(
                new long[] {values.length}, new TensorOptions(torch.ScalarType.Long), new MemoryFormatOptional());
        LongPointer to = indices.data_ptr_long();
        long[] longs = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            longs[i] = values[i];
        }
        to.put(longs);
        return indices;
    }

    @Override
    public String description() {
        String build = torch.show_config().getString();
        String version = build.replaceAll("(?s).*TORCH_VERSION=([^,\\s]*).*", "$1");
        String blas = build.contains("USE_MKL=ON") ? "MKL" : "without MKL";
        String optimizer =
                training == null ? "" : ", fused " + training.optimizer().name();
        return version + ", " + blas + optimizer
                + (current.description().isEmpty() ? "" : ", " + current.description());
    }

    @Override
    public void train(Epoch epoch) {
        if (training == null) {
            current = Trial.fastest(setups, this::trialSteps);
            training = begin(current);
            predictions.clear();
        }
        int size = epoch.order().length;
        int batch = job.task().batch();
        if (size <= batch) {
            step(training, x, t);
            return;
        }
        try (PointerScope scope = new PointerScope()) {
            Tensor order = indices(epoch.order());
            for (int first = 0; first < size; first += batch) {
                try (PointerScope stepScope = new PointerScope()) {
                    Tensor rows = order.narrow(0, first, Math.min(batch, size - first));
                    step(training, torch.index_select(x, 0, rows), torch.index_select(t, 0, rows));
                }
            }
        }
    }

    private Training begin(Setup setup) {
        PyTorchNetwork network = new PyTorchNetwork(layers, job.initial(), setup);
        return new Training(network, FusedOptimizer.of(job.task().optimizer(), network.trained()));
    }

    /** Steps of another training on the first samples. */
    private Runnable trialSteps(Setup setup) {
        Training trial = begin(setup);
        int n = Math.min(job.task().batch(), job.train().size());
        Tensor input = x.narrow(0, 0, n);
        Tensor target = t.narrow(0, 0, n);
        return () -> step(trial, input, target);
    }

    private void step(Training training, Tensor input, Tensor target) {
        try (PointerScope scope = new PointerScope()) {
            PyTorchNetwork network = training.network();
            Tensor loss = job.task().loss() == Loss.CROSS_ENTROPY
                    ? torch.cross_entropy_loss(
                            network.logits(input).reshape(-1, job.task().classes()), target.reshape(-1))
                    : torch.mse_loss(network.trainingOutputs(input), target);
            loss.backward();
            training.optimizer().step();
        }
    }

    @Override
    public void predict(float[] x, int n, float[] y) {
        Prediction prediction = predictions.get(n);
        if (prediction == null) {
            prediction = prepare(n);
            predictions.put(n, prediction);
        }
        use(prediction.network().setup());
        prediction.memory().put(x, 0, n * job.task().inputs());
        try (PointerScope scope = new PointerScope();
                InferenceMode inference = new InferenceMode()) {
            Tensor output = prediction.network().outputs(prediction.tensor());
            output.data_ptr_float().get(y, 0, n * job.task().outputs());
        }
    }

    private Prediction prepare(int n) {
        FloatPointer memory = new FloatPointer((long) n * job.task().inputs());
        memory.zero();
        Tensor tensor = torch.from_blob(memory, n, job.task().inputs());
        if (training != null) {
            return new Prediction(memory, tensor, training.network());
        }
        current = Trial.fastest(setups, setup -> trialPredictions(setup, tensor));
        return new Prediction(memory, tensor, new PyTorchNetwork(layers, job.initial(), current));
    }

    /** Makes a set-up that of the operations to come. */
    private void use(Setup setup) {
        if (current != setup) {
            current = setup;
            setup.apply();
        }
    }

    private Runnable trialPredictions(Setup setup, Tensor input) {
        PyTorchNetwork network = new PyTorchNetwork(layers, job.initial(), setup);
        return () -> {
            try (PointerScope scope = new PointerScope();
                    InferenceMode inference = new InferenceMode()) {
                network.outputs(input);
            }
        };
    }

    @Override
    public float[] parameters() {
        return training == null ? job.initial().clone() : training.network().copy();
    }
}
