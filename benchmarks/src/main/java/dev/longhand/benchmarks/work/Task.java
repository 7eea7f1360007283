package dev.longhand.benchmarks.work;

import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.benchmarks.work.NetworkLayer.Dense;
import dev.longhand.data.Dataset;
import dev.longhand.data.Mnist;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.Sgd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A network with its samples, loss and optimizer: the same for every engine. */
@SuppressWarnings("ImmutableEnumChecker") // functions and records that nothing changes
public enum Task {
    /** MNIST, 784-100-100-10, ReLU, softmax and cross-entropy, Adam, batches of 100. */
    TWO_HIDDEN(TwoHiddenModel::create, Samples.MNIST, Adam.learningRate(1e-3), 100),
    /** MNIST, 784-512-10, sigmoid, mean squared error, gradient descent, batches of 128. */
    ONE_HIDDEN(OneHiddenModel::create, Samples.MNIST, Sgd.learningRate(1), 128),
    /** MNIST, two convolutions with pooling, then 1568-128-10, ReLU, softmax and cross-entropy, Adam, batches of 100. */
    CONVOLUTIONAL(ConvolutionalModel::create, Samples.MNIST, Adam.learningRate(1e-3), 100),
    /** XOR, 2-10-10-10-1, sigmoid, mean squared error, gradient descent, all 4 samples at a time. */
    XOR(XorModel::create, Samples.XOR, Sgd.learningRate(5), 4),
    /** MNIST row by row: an LSTM of 96 units, 10, softmax and cross-entropy, Adam, batches of 100. */
    ROWS(RecurrentNetworks_Lstm96Model::create, Samples.MNIST, Adam.learningRate(1e-3), 100),
    /** MNIST, four convolutions with batch norm, then 1568-128-10, softmax and cross-entropy, Adam, batches of 50. */
    DEEP(DeepConvolutionalModel::create, Samples.MNIST, Adam.learningRate(1e-3), 50),
    /** Texts: an embedding, an LSTM of 128 units and the next letter after each, Adam, batches of 32. */
    LETTERS(LetterNetworkModel::create, Samples.TEXTS, Adam.learningRate(3e-3), 32),
    /** Sequences of tokens: an embedding, a GRU of 128 units and one of 10 classes, Adam, batches of 50. */
    TOKENS(TokenNetworkModel::create, Samples.TOKENS, Adam.learningRate(1e-3), 50);

    private static final String MNIST = "/dev/longhand/examples/mnist/";

    /** The samples of a task. */
    private enum Samples {
        MNIST,
        XOR,
        TEXTS,
        TOKENS
    }

    private final LongFunction<Model> model;
    private final Samples samples;
    private final Optimizer optimizer;
    private final int batch;

    /** The description of the first model, so that a process of one task creates no model of another. */
    private volatile @Nullable ModelInfo info;

    Task(LongFunction<Model> model, Samples samples, Optimizer optimizer, int batch) {
        this.model = model;
        this.samples = samples;
        this.optimizer = optimizer;
        this.batch = batch;
    }

    /** Longhand's model of it; every engine starts from its initial parameters. */
    public Model model(long seed) {
        Model created = model.apply(seed);
        info = created.info();
        return created;
    }

    private ModelInfo info() {
        ModelInfo known = info;
        return known == null ? model(1).info() : known;
    }

    /** The samples to train on. */
    public Dataset train() throws IOException {
        return switch (samples) {
            case MNIST -> mnist().train();
            case XOR -> xor();
            case TEXTS -> RandomSequences.texts(2000, 1);
            case TOKENS -> RandomSequences.classes(4000, 1);
        };
    }

    /** The test samples. */
    public Dataset test() throws IOException {
        return switch (samples) {
            case MNIST -> mnist().test();
            case XOR -> xor();
            case TEXTS -> RandomSequences.texts(500, 2);
            case TOKENS -> RandomSequences.classes(1000, 2);
        };
    }

    private static Mnist mnist() {
        return Mnist.from(file -> Task.class.getResourceAsStream(MNIST + file));
    }

    private static Dataset xor() {
        return Dataset.ofBinaryLabels(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});
    }

    /** The layers from first to last. */
    public List<NetworkLayer> layers() {
        return NetworkLayers.of(info());
    }

    /**
     * The layers of a network that has only dense ones.
     *
     * @throws UnsupportedOperationException if it has others, as an engine says that isn't set up for them
     */
    public List<Dense> denseLayers() {
        List<Dense> all = new ArrayList<>();
        for (NetworkLayer layer : layers()) {
            if (!(layer instanceof Dense dense)) {
                throw new UnsupportedOperationException("isn't set up for layers that aren't dense");
            }
            all.add(dense);
        }
        return List.copyOf(all);
    }

    /** The size of one input. */
    public int inputs() {
        return info().input().size();
    }

    /** The size of one output. */
    public int outputs() {
        return info().outputSize();
    }

    /** The numbers of an output that belong together: one for each class, or 1. */
    public int classes() {
        Shape output = info().output();
        return output.dimension(output.rank() - 1);
    }

    /** The loss, a mean over the samples and the steps of an output. */
    public Loss loss() {
        return info().loss();
    }

    /** The optimizer. */
    public Optimizer optimizer() {
        return optimizer;
    }

    /** The samples of a step; the last batch of an epoch may be smaller. */
    public int batch() {
        return batch;
    }

    /** The floating-point operations of one sample: forward, and all of backward but the gradient of the data. */
    public double trainingFlops() {
        List<NetworkLayer> layers = layers();
        long forward = layers.stream().mapToLong(NetworkLayer::multiplyAdds).sum();
        return 2.0 * (3 * forward - layers.get(0).dataGradientMultiplyAdds());
    }
}
