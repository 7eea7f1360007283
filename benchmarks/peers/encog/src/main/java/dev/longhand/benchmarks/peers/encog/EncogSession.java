package dev.longhand.benchmarks.peers.encog;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.benchmarks.engine.Job;
import dev.longhand.benchmarks.engine.Session;
import dev.longhand.benchmarks.work.Epoch;
import dev.longhand.benchmarks.work.NetworkLayer.Dense;
import java.util.ArrayList;
import java.util.List;
import org.encog.engine.network.activation.ActivationFunction;
import org.encog.engine.network.activation.ActivationReLU;
import org.encog.engine.network.activation.ActivationSigmoid;
import org.encog.engine.network.activation.ActivationSoftMax;
import org.encog.ml.data.MLDataPair;
import org.encog.ml.data.basic.BasicMLData;
import org.encog.ml.data.basic.BasicMLDataPair;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.back.Backpropagation;
import org.encog.neural.networks.training.propagation.sgd.StochasticGradientDescent;
import org.encog.neural.networks.training.propagation.sgd.update.AdamUpdate;

/**
 * Encog, which computes in double precision. It trains cross-entropy with its class for stochastic
 * gradient descent, on one thread and with another formula for Adam; squared error with its
 * backpropagation, on several threads.
 */
final class EncogSession implements Session {

    private final Job job;
    private final List<Dense> layers;
    private final BasicNetwork network;
    private final List<MLDataPair> pairs;
    private final Training training;

    /** A way to train an epoch. */
    @FunctionalInterface
    private interface Training {
        void train(Epoch epoch);
    }

    EncogSession(Job job) {
        this.job = job;
        layers = job.task().denseLayers();
        network = network();
        write(job.initial());
        pairs = pairs(job);
        training = job.task().loss() == Loss.CROSS_ENTROPY ? adam() : backpropagation();
    }

    private BasicNetwork network() {
        BasicNetwork network = new BasicNetwork();
        network.addLayer(new BasicLayer(null, true, job.task().inputs()));
        for (int i = 0; i < layers.size(); i++) {
            boolean feedsBias = i < layers.size() - 1;
            network.addLayer(new BasicLayer(
                    function(layers.get(i).activation()),
                    feedsBias,
                    layers.get(i).units()));
        }
        network.getStructure().finalizeStructure();
        network.reset();
        return network;
    }

    private static ActivationFunction function(Activation activation) {
        return switch (activation) {
            case RELU -> new ActivationReLU();
            case SIGMOID -> new ActivationSigmoid();
            case SOFTMAX -> new ActivationSoftMax();
            default -> throw new UnsupportedOperationException("doesn't support " + activation + " here");
        };
    }

    private static List<MLDataPair> pairs(Job job) {
        List<MLDataPair> pairs = new ArrayList<>();
        // Encog sums gradients; this turns the sum into the mean that the other engines use.
        double significance =
                job.task().loss() == Loss.CROSS_ENTROPY ? 1.0 / job.task().batch() : 1;
        for (int i = 0; i < job.train().size(); i++) {
            BasicMLDataPair pair = new BasicMLDataPair(
                    new BasicMLData(doubles(job.train().input(i))),
                    new BasicMLData(doubles(job.train().target(i))));
            pair.setSignificance(significance);
            pairs.add(pair);
        }
        return pairs;
    }

    private Training adam() {
        StochasticGradientDescent descent = new StochasticGradientDescent(network, new BasicMLDataSet(pairs));
        descent.setLearningRate(job.task().optimizer().learningRate());
        descent.setUpdateRule(new AdamUpdate());
        int batch = job.task().batch();
        return epoch -> {
            int[] order = epoch.order();
            for (int i = 0; i < order.length; i++) {
                descent.process(pairs.get(order[i]));
                if ((i + 1) % batch == 0 || i == order.length - 1) {
                    descent.update();
                }
            }
        };
    }

    /** One of Encog's trainings for full batches and one for the smaller last batch, each on its own list. */
    private Training backpropagation() {
        int batch = Math.min(job.task().batch(), pairs.size());
        int rest = pairs.size() % batch;
        List<MLDataPair> whole = new ArrayList<>(pairs.subList(0, batch));
        List<MLDataPair> last = new ArrayList<>(pairs.subList(0, rest));
        Backpropagation wholeStep = step(whole);
        Backpropagation lastStep = rest == 0 ? wholeStep : step(last);
        return epoch -> {
            int[] order = epoch.order();
            for (int first = 0; first < order.length; first += batch) {
                boolean isWhole = first + batch <= order.length;
                List<MLDataPair> list = isWhole ? whole : last;
                for (int i = 0; i < list.size(); i++) {
                    list.set(i, pairs.get(order[first + i]));
                }
                (isWhole ? wholeStep : lastStep).iteration();
            }
        };
    }

    private Backpropagation step(List<MLDataPair> batch) {
        // Its gradient of the squared error leaves out the 2, and the mean over samples and outputs.
        double rate = job.task().optimizer().learningRate()
                * 2
                / (batch.size() * job.task().outputs());
        Backpropagation step = new Backpropagation(network, new BasicMLDataSet(batch), rate, 0);
        step.fixFlatSpot(false);
        step.setThreadCount(job.threads());
        step.setBatchSize(0);
        return step;
    }

    @Override
    public String description() {
        return "3.4, double";
    }

    @Override
    public void train(Epoch epoch) {
        if (job.threads() > 1 && job.task().loss() == Loss.CROSS_ENTROPY) {
            throw new UnsupportedOperationException("trains cross-entropy on one thread only");
        }
        training.train(epoch);
    }

    @Override
    public void predict(float[] x, int n, float[] y) {
        int in = job.task().inputs();
        int out = job.task().outputs();
        double[] input = new double[in];
        double[] output = new double[out];
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < in; i++) {
                input[i] = x[s * in + i];
            }
            network.compute(input, output);
            for (int j = 0; j < out; j++) {
                y[s * out + j] = (float) output[j];
            }
        }
    }

    @Override
    public float[] parameters() {
        float[] parameters = job.initial().clone();
        for (int l = 0; l < layers.size(); l++) {
            Dense layer = layers.get(l);
            for (int j = 0; j < layer.units(); j++) {
                for (int i = 0; i < layer.in(); i++) {
                    parameters[layer.weight().offset() + i * layer.units() + j] = (float) network.getWeight(l, i, j);
                }
                parameters[layer.bias().offset() + j] = (float) network.getWeight(l, layer.in(), j);
            }
        }
        return parameters;
    }

    private void write(float[] parameters) {
        for (int l = 0; l < layers.size(); l++) {
            Dense layer = layers.get(l);
            for (int j = 0; j < layer.units(); j++) {
                for (int i = 0; i < layer.in(); i++) {
                    network.setWeight(l, i, j, parameters[layer.weight().offset() + i * layer.units() + j]);
                }
                network.setWeight(l, layer.in(), j, parameters[layer.bias().offset() + j]);
            }
        }
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
