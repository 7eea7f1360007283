package dev.longhand.benchmarks.peers.pytorch;

import dev.longhand.Activation;
import dev.longhand.benchmarks.work.NetworkLayer;
import dev.longhand.benchmarks.work.NetworkLayer.Activate;
import dev.longhand.benchmarks.work.NetworkLayer.BatchNorm;
import dev.longhand.benchmarks.work.NetworkLayer.Cell;
import dev.longhand.benchmarks.work.NetworkLayer.Convolution;
import dev.longhand.benchmarks.work.NetworkLayer.Dense;
import dev.longhand.benchmarks.work.NetworkLayer.Embedding;
import dev.longhand.benchmarks.work.NetworkLayer.Flatten;
import dev.longhand.benchmarks.work.NetworkLayer.Images;
import dev.longhand.benchmarks.work.NetworkLayer.MaxPool;
import dev.longhand.benchmarks.work.NetworkLayer.Recurrent;
import dev.longhand.benchmarks.work.NetworkLayer.RecurrentArrays;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** A task's network as operations of PyTorch, with Longhand's parameters and state in PyTorch's layouts. */
final class PyTorchNetwork {

    private final float[] initial;
    private final Setup setup;
    private final List<Operation> operations = new ArrayList<>();
    private final List<ParameterTensor> parameters = new ArrayList<>();
    private final List<ParameterTensor> state = new ArrayList<>();

    /** A layer. */
    @FunctionalInterface
    private interface Operation {
        Tensor apply(Tensor x, boolean training);
    }

    /**
     * A network with these parameters and state.
     *
     * @param layers from first to last
     * @param initial in Longhand's order
     */
    PyTorchNetwork(List<NetworkLayer> layers, float[] initial, Setup setup) {
        this.initial = initial;
        this.setup = setup;
        addInput(layers.get(0));
        for (int i = 0; i < layers.size(); i++) {
            add(layers.get(i), i == 0 ? null : layers.get(i - 1));
        }
    }

    /** Gives a row of the data the shape that the first layer reads. */
    private void addInput(NetworkLayer first) {
        if (first instanceof Convolution convolution) {
            Images images = convolution.input();
            if (setup.isChannelsLast()) {
                operations.add((x, training) -> pixels(x, images));
            } else if (images.channels() == 1) {
                // The same numbers in the same order, but other strides, by which operations choose a layout.
                operations.add((x, training) -> x.view(-1, 1, images.height(), images.width()));
            } else {
                operations.add((x, training) -> pixels(x, images).contiguous());
            }
        } else if (first instanceof Recurrent recurrent) {
            operations.add((x, training) -> x.view(-1, recurrent.time(), recurrent.in()));
        } else if (first instanceof Embedding) {
            operations.add((x, training) -> x.to(torch.ScalarType.Long));
        }
    }

    private static Tensor pixels(Tensor x, Images images) {
        return x.view(-1, images.height(), images.width(), images.channels()).permute(0, 3, 1, 2);
    }

    private void add(NetworkLayer layer, @Nullable NetworkLayer before) {
        if (layer instanceof Dense dense) {
            addDense(dense, before);
        } else if (layer instanceof Convolution convolution) {
            addConvolution(convolution);
        } else if (layer instanceof BatchNorm norm) {
            addBatchNorm(norm);
        } else if (layer instanceof MaxPool pool) {
            operations.add((x, training) -> torch.max_pool2d(x, pool.size(), pool.size()));
        } else if (layer instanceof Activate activate) {
            addActivation(activate.activation());
        } else if (layer instanceof Flatten) {
            // Without a copy in both layouts: the weights of the next layer are in the same order.
            operations.add((x, training) -> (setup.isChannelsLast() ? x.permute(0, 2, 3, 1) : x).flatten(1, -1));
        } else if (layer instanceof Recurrent recurrent) {
            addRecurrent(recurrent);
        } else if (layer instanceof Embedding embedding) {
            Tensor weight = parameter(
                    Positions.vector(
                            embedding.weight(),
                            Positions.inOrder(embedding.weight().size())),
                    embedding.vocabulary(),
                    embedding.dimensions());
            operations.add((x, training) -> torch.embedding(weight, x));
        }
    }

    private void addDense(Dense layer, @Nullable NetworkLayer before) {
        int[] rows = before instanceof Flatten flatten && !setup.isChannelsLast()
                ? Positions.channelsFirst(flatten.input())
                : Positions.inOrder(layer.in());
        int[] columns = Positions.inOrder(layer.units());
        Tensor weight = parameter(Positions.transposed(layer.weight(), rows, columns), layer.units(), layer.in());
        TensorOptional bias = new TensorOptional(parameter(Positions.vector(layer.bias(), columns), layer.units()));
        operations.add((x, training) -> torch.linear(x, weight, bias));
        addActivation(layer.activation());
    }

    private void addConvolution(Convolution layer) {
        int size = layer.kernel();
        Tensor weight = trained(ParameterTensor.of(
                initial,
                Positions.kernels(layer),
                setup.format(),
                layer.filters(),
                layer.input().channels(),
                size,
                size));
        TensorOptional bias = layer.bias() == null
                ? new TensorOptional()
                : new TensorOptional(
                        parameter(Positions.vector(layer.bias(), Positions.inOrder(layer.filters())), layer.filters()));
        long[] one = {1, 1};
        long[] padding = {size / 2, size / 2};
        operations.add((x, training) -> torch.conv2d(x, weight, bias, one, padding, one, 1));
        addActivation(layer.activation());
    }

    private void addBatchNorm(BatchNorm norm) {
        int[] channels = Positions.inOrder(norm.channels());
        TensorOptional gamma =
                new TensorOptional(parameter(Positions.vector(norm.arrays().gamma(), channels), norm.channels()));
        TensorOptional beta =
                new TensorOptional(parameter(Positions.vector(norm.arrays().beta(), channels), norm.channels()));
        TensorOptional mean =
                new TensorOptional(state(Positions.vector(norm.arrays().runningMean(), channels), norm.channels()));
        TensorOptional variance =
                new TensorOptional(state(Positions.vector(norm.arrays().runningVariance(), channels), norm.channels()));
        operations.add((x, training) ->
                torch.batch_norm(x, gamma, beta, mean, variance, training, 1 - norm.momentum(), norm.epsilon(), false));
    }

    /** PyTorch's LSTM adds two biases, of which Longhand has the first; the second stays 0. */
    private void addRecurrent(Recurrent layer) {
        RecurrentArrays arrays = layer.arrays();
        int units = layer.units();
        int[] columns = Positions.gates(layer.cell(), units);
        Tensor bias = parameter(Positions.vector(arrays.bias(), columns), columns.length);
        Tensor recurrentBias = arrays.recurrentBias() == null
                ? torch.zeros(columns.length)
                : parameter(Positions.vector(arrays.recurrentBias(), columns), columns.length);
        TensorVector all = new TensorVector(
                parameter(
                        Positions.transposed(arrays.weight(), Positions.inOrder(layer.in()), columns),
                        columns.length,
                        layer.in()),
                parameter(
                        Positions.transposed(arrays.recurrentWeight(), Positions.inOrder(units), columns),
                        columns.length,
                        units),
                bias,
                recurrentBias);
        boolean isLstm = layer.cell() == Cell.LSTM;
        boolean returnsSequence = layer.returnsSequence();
        operations.add((x, training) -> {
            Tensor start = torch.zeros(1, x.size(0), units);
            if (isLstm) {
                var states = torch.lstm(x, new TensorVector(start, start), all, true, 1, 0, training, false, true);
                return returnsSequence ? states.get0() : states.get1().select(0, 0);
            }
            var states = torch.gru(x, start, all, true, 1, 0, training, false, true);
            return returnsSequence ? states.get0() : states.get1().select(0, 0);
        });
    }

    private void addActivation(Activation activation) {
        switch (activation) {
            case IDENTITY -> {}
            case RELU -> operations.add((x, training) -> torch.relu(x));
            case SIGMOID -> operations.add((x, training) -> torch.sigmoid(x));
            case SOFTMAX -> operations.add((x, training) -> torch.softmax(x, -1));
            default -> throw new UnsupportedOperationException("isn't set up for " + activation);
        }
    }

    private Tensor parameter(int[] positions, long... shape) {
        return trained(ParameterTensor.of(initial, positions, torch.MemoryFormat.Contiguous, shape));
    }

    private Tensor trained(ParameterTensor parameter) {
        parameters.add(parameter);
        return parameter.tensor().set_requires_grad(true);
    }

    private Tensor state(int[] positions, long... shape) {
        ParameterTensor added = ParameterTensor.of(initial, positions, torch.MemoryFormat.Contiguous, shape);
        state.add(added);
        return added.tensor();
    }

    Setup setup() {
        return setup;
    }

    /** The tensors that an optimizer changes. */
    List<Tensor> trained() {
        return parameters.stream().map(ParameterTensor::tensor).toList();
    }

    /** The network without its last operation, which is an activation, in training. */
    Tensor logits(Tensor x) {
        return run(x, operations.size() - 1, true);
    }

    /** The network in training. */
    Tensor trainingOutputs(Tensor x) {
        return run(x, operations.size(), true);
    }

    /** The network in prediction. */
    Tensor outputs(Tensor x) {
        return run(x, operations.size(), false);
    }

    private Tensor run(Tensor x, int count, boolean training) {
        Tensor a = x;
        for (Operation operation : operations.subList(0, count)) {
            a = operation.apply(a, training);
        }
        return a;
    }

    /** The parameters and the state, in Longhand's order. */
    float[] copy() {
        float[] all = initial.clone();
        parameters.forEach(parameter -> parameter.copyTo(all));
        state.forEach(array -> array.copyTo(all));
        return all;
    }
}
