package dev.longhand.benchmarks.peers.pytorch;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.benchmarks.engine.Job;
import dev.longhand.benchmarks.engine.Session;
import dev.longhand.benchmarks.work.ConvolutionLayer;
import dev.longhand.benchmarks.work.DenseLayer;
import dev.longhand.benchmarks.work.Epoch;
import dev.longhand.benchmarks.work.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * PyTorch: the official libtorch, used through its C++ interface, with the fused optimizers. Autograd,
 * weights [out][in] as in {@code nn.Linear}, batches by {@code index_select}.
 */
final class PyTorchSession implements Session {

    /** Samples copied at a time through a Java array. */
    private static final int CHUNK = 1000;

    private final List<Tensor> weights = new ArrayList<>();
    private final List<Tensor> biases = new ArrayList<>();
    private final Map<Integer, Input> inputs = new HashMap<>();
    private final Job job;
    private final Tensor x;
    private final Tensor t;
    private final FusedOptimizer optimizer;

    /** An off-heap buffer for n samples and a tensor that views it. */
    private record Input(FloatPointer memory, Tensor tensor) {}

    PyTorchSession(Job job) {
        this.job = job;
        torch.set_num_threads(job.threads());
        Task task = job.task();
        List<Tensor> parameters = new ArrayList<>();
        for (ConvolutionLayer layer : task.convolutions()) {
            int size = ConvolutionLayer.KERNEL;
            weights.add(parameter(turned(job, layer), layer.filters(), layer.channels(), size, size));
            float[] bias = Arrays.copyOfRange(job.initial(), layer.bias(), layer.end());
            biases.add(parameter(bias, layer.filters()));
        }
        for (DenseLayer layer : task.layers()) {
            weights.add(parameter(transposed(job, layer), layer.units(), layer.in()));
            float[] bias = new float[layer.units()];
            System.arraycopy(job.initial(), layer.bias(), bias, 0, bias.length);
            biases.add(parameter(bias, layer.units()));
        }
        parameters.addAll(weights);
        parameters.addAll(biases);
        optimizer = FusedOptimizer.of(task.optimizer(), parameters);
        x = inputs(job);
        t = targets(job);
    }

    /** The weights as PyTorch lays them out, [filters][channels][rows][columns]. */
    private static float[] turned(Job job, ConvolutionLayer layer) {
        float[] turned = new float[layer.bias() - layer.weights()];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = job.initial()[layer.weights() + position(layer, i)];
        }
        return turned;
    }

    /** The index of PyTorch's weight {@code i} among Longhand's, [rows][columns][channels][filters]. */
    private static int position(ConvolutionLayer layer, int i) {
        int positions = ConvolutionLayer.KERNEL * ConvolutionLayer.KERNEL;
        int filter = i / (positions * layer.channels());
        int channel = i / positions % layer.channels();
        return (i % positions * layer.channels() + channel) * layer.filters() + filter;
    }

    private static float[] transposed(Job job, DenseLayer layer) {
        float[] transposed = new float[layer.in() * layer.units()];
        for (int i = 0; i < layer.in(); i++) {
            for (int j = 0; j < layer.units(); j++) {
                transposed[j * layer.in() + i] = job.initial()[layer.weights() + i * layer.units() + j];
            }
        }
        return transposed;
    }

    private static Tensor parameter(float[] values, long... shape) {
        Tensor parameter = torch.empty(shape);
        parameter.data_ptr_float().put(values);
        return parameter.set_requires_grad(true);
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

    /** The labels for cross-entropy, else the targets. */
    private static Tensor targets(Job job) {
        if (job.task().loss() == Loss.CROSS_ENTROPY) {
            return indices(job.train().labels());
        }
        Tensor targets = torch.empty(job.train().size(), job.task().outputs());
        targets.data_ptr_float().put(job.train().targets());
        return targets;
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
        return version + ", " + blas + ", fused " + optimizer.name();
    }

    @Override
    public void train(Epoch epoch) {
        int size = epoch.order().length;
        int batch = job.task().batch();
        if (size <= batch) {
            step(x, t);
            return;
        }
        try (PointerScope scope = new PointerScope()) {
            Tensor order = indices(epoch.order());
            for (int first = 0; first < size; first += batch) {
                try (PointerScope stepScope = new PointerScope()) {
                    Tensor rows = order.narrow(0, first, Math.min(batch, size - first));
                    step(torch.index_select(x, 0, rows), torch.index_select(t, 0, rows));
                }
            }
        }
    }

    private void step(Tensor input, Tensor target) {
        try (PointerScope scope = new PointerScope()) {
            Tensor loss = job.task().loss() == Loss.CROSS_ENTROPY
                    ? torch.cross_entropy_loss(logits(input), target)
                    : torch.mse_loss(activate(last().activation(), logits(input)), target);
            loss.backward();
            optimizer.step();
        }
    }

    private DenseLayer last() {
        return job.task().layers().get(job.task().layers().size() - 1);
    }

    /** The network up to the activation of its last layer. */
    private Tensor logits(Tensor input) {
        List<DenseLayer> layers = job.task().layers();
        int first = job.task().convolutions().size();
        Tensor z = convolve(input);
        for (int l = 0; l < layers.size(); l++) {
            Tensor a = l == 0 ? z : activate(layers.get(l - 1).activation(), z);
            z = torch.linear(a, weights.get(first + l), new TensorOptional(biases.get(first + l)));
        }
        return z;
    }

    /** Images with channels last, PyTorch's fastest layout and Longhand's. */
    private Tensor convolve(Tensor input) {
        List<ConvolutionLayer> layers = job.task().convolutions();
        if (layers.isEmpty()) {
            return input;
        }
        ConvolutionLayer first = layers.get(0);
        Tensor a =
                input.view(-1, first.height(), first.width(), first.channels()).permute(0, 3, 1, 2);
        long[] one = {1, 1};
        for (int l = 0; l < layers.size(); l++) {
            TensorOptional bias = new TensorOptional(biases.get(l));
            a = torch.max_pool2d(torch.relu(torch.conv2d(a, weights.get(l), bias, one, one, one, 1)), 2, 2);
        }
        return a.permute(0, 2, 3, 1).reshape(-1, layers.get(layers.size() - 1).out());
    }

    private static Tensor activate(Activation activation, Tensor z) {
        return switch (activation) {
            case RELU -> torch.relu(z);
            case SIGMOID -> torch.sigmoid(z);
            case SOFTMAX -> torch.softmax(z, 1);
            default -> throw new UnsupportedOperationException("doesn't support " + activation + " here");
        };
    }

    @Override
    public void predict(float[] x, int n, float[] y) {
        int in = job.task().inputs();
        Input input = inputs.get(n);
        if (input == null) {
            FloatPointer memory = new FloatPointer((long) n * in);
            input = new Input(memory, torch.from_blob(memory, n, in));
            inputs.put(n, input);
        }
        input.memory().put(x, 0, n * in);
        try (PointerScope scope = new PointerScope();
                InferenceMode inference = new InferenceMode()) {
            Tensor output = activate(last().activation(), logits(input.tensor()));
            output.data_ptr_float().get(y, 0, n * job.task().outputs());
        }
    }

    @Override
    public float[] parameters() {
        float[] parameters = job.initial().clone();
        List<ConvolutionLayer> convolutions = job.task().convolutions();
        for (int l = 0; l < convolutions.size(); l++) {
            ConvolutionLayer layer = convolutions.get(l);
            float[] values = new float[layer.bias() - layer.weights()];
            weights.get(l).data_ptr_float().get(values);
            for (int i = 0; i < values.length; i++) {
                parameters[layer.weights() + position(layer, i)] = values[i];
            }
            biases.get(l).data_ptr_float().get(parameters, layer.bias(), layer.filters());
        }
        List<DenseLayer> layers = job.task().layers();
        for (int l = 0; l < layers.size(); l++) {
            DenseLayer layer = layers.get(l);
            float[] values = new float[layer.in() * layer.units()];
            weights.get(convolutions.size() + l).data_ptr_float().get(values);
            for (int i = 0; i < layer.in(); i++) {
                for (int j = 0; j < layer.units(); j++) {
                    parameters[layer.weights() + i * layer.units() + j] = values[j * layer.in() + i];
                }
            }
            biases.get(convolutions.size() + l).data_ptr_float().get(parameters, layer.bias(), layer.units());
        }
        return parameters;
    }
}
