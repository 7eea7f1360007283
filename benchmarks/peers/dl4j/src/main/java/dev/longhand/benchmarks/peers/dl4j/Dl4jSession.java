package dev.longhand.benchmarks.peers.dl4j;

import dev.longhand.Loss;
import dev.longhand.benchmarks.engine.Job;
import dev.longhand.benchmarks.engine.Session;
import dev.longhand.benchmarks.work.Epoch;
import dev.longhand.benchmarks.work.NetworkLayer.Dense;
import dev.longhand.benchmarks.work.Task;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** DL4J on ND4J's native backend; its number of threads is that of OpenMP. */
final class Dl4jSession implements Session {

    private final Job job;
    private final List<Dense> layers;
    private final MultiLayerNetwork network;
    private final float[] x;
    private final float[] t;

    Dl4jSession(Job job) {
        this.job = job;
        layers = job.task().denseLayers();
        network = new MultiLayerNetwork(configuration());
        network.init();
        for (int l = 0; l < layers.size(); l++) {
            Dense layer = layers.get(l);
            network.getParam(l + "_W").assign(array(layer.weight().of(job.initial()), layer.in(), layer.units()));
            network.getParam(l + "_b").assign(array(layer.bias().of(job.initial()), 1, layer.units()));
        }
        x = job.train().inputs();
        t = job.train().targets();
    }

    private static INDArray array(float[] values, int rows, int columns) {
        return Nd4j.create(values, new long[] {rows, columns}, 'c');
    }

    private MultiLayerConfiguration configuration() {
        Task task = job.task();
        IUpdater updater = task.optimizer() instanceof dev.longhand.optimizer.Adam adam
                ? new Adam(adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon())
                : new Sgd(task.optimizer().learningRate());
        NeuralNetConfiguration.ListBuilder list =
                new NeuralNetConfiguration.Builder().updater(updater).list();
        for (Dense layer : layers.subList(0, layers.size() - 1)) {
            list.layer(new DenseLayer.Builder()
                    .nIn(layer.in())
                    .nOut(layer.units())
                    .activation(function(layer.activation()))
                    .build());
        }
        Dense last = layers.get(layers.size() - 1);
        list.layer(new OutputLayer.Builder(task.loss() == Loss.CROSS_ENTROPY ? LossFunction.MCXENT : LossFunction.MSE)
                .nIn(last.in())
                .nOut(last.units())
                .activation(function(last.activation()))
                .build());
        return list.build();
    }

    private static Activation function(dev.longhand.Activation activation) {
        return Activation.valueOf(activation.name());
    }

    @Override
    public String description() {
        return "1.0.0-M2.1";
    }

    @Override
    public void train(Epoch epoch) {
        int[] order = epoch.order();
        int in = job.task().inputs();
        int out = job.task().outputs();
        for (int first = 0; first < order.length; first += job.task().batch()) {
            int n = Math.min(job.task().batch(), order.length - first);
            float[] inputs = new float[n * in];
            float[] targets = new float[n * out];
            for (int i = 0; i < n; i++) {
                System.arraycopy(x, order[first + i] * in, inputs, i * in, in);
                System.arraycopy(t, order[first + i] * out, targets, i * out, out);
            }
            network.fit(array(inputs, n, in), array(targets, n, out));
        }
    }

    @Override
    public void predict(float[] x, int n, float[] y) {
        int in = job.task().inputs();
        INDArray output = network.output(array(x.length == n * in ? x : Arrays.copyOf(x, n * in), n, in));
        float[] values = output.dup('c').data().asFloat();
        System.arraycopy(values, 0, y, 0, n * job.task().outputs());
    }

    @Override
    public float[] parameters() {
        float[] parameters = job.initial().clone();
        for (int l = 0; l < layers.size(); l++) {
            copy(network.getParam(l + "_W"), parameters, layers.get(l).weight().offset());
            copy(network.getParam(l + "_b"), parameters, layers.get(l).bias().offset());
        }
        return parameters;
    }

    private static void copy(INDArray from, float[] to, int offset) {
        float[] values = from.dup('c').data().asFloat();
        System.arraycopy(values, 0, to, offset, (int) from.length());
    }
}
