package dev.longhand.importer.onnx;

import dev.longhand.Activation;
import dev.longhand.importer.LayerSettings;
import dev.longhand.importer.LayerSettings.PoolKind;
import dev.longhand.importer.RecurrentSettings.Cell;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Which class reads the nodes of an operator. */
final class Operators {

    private Operators() {}

    /** Reads a node: sets its outputs, and drafts layers. */
    @FunctionalInterface
    interface Reader {
        void read(Node node, Scope scope) throws UnexpressibleException;
    }

    /** The reader of a node with data among its inputs; empty if its operator isn't supported. */
    static Optional<Reader> of(Node node) throws UnexpressibleException {
        Reader reader = layer(node.operator());
        if (reader != null) {
            return Optional.of(reader);
        }
        Optional<ToDoubleFunction<double[]>> function = ElementOperators.function(node);
        return function.map(found -> (visited, scope) -> Elements.read(visited, found, scope));
    }

    private static @Nullable Reader layer(String operator) {
        return switch (operator) {
            case "Gemm" -> DenseOperators::gemm;
            case "MatMul" -> DenseOperators::multiply;
            case "Conv" -> ConvolutionOperators::convolve;
            case "MaxPool" -> (node, scope) -> ConvolutionOperators.pool(node, PoolKind.MAX, scope);
            case "AveragePool" -> (node, scope) -> ConvolutionOperators.pool(node, PoolKind.AVERAGE, scope);
            case "GlobalMaxPool" -> (node, scope) -> ConvolutionOperators.poolAll(node, PoolKind.MAX, scope);
            case "GlobalAveragePool" -> (node, scope) -> ConvolutionOperators.poolAll(node, PoolKind.AVERAGE, scope);
            case "ReduceMax" -> (node, scope) -> ConvolutionOperators.reduce(node, PoolKind.MAX, scope);
            case "ReduceMean" -> Operators::mean;
            case "Relu" -> Operators::relu;
            case "BatchNormalization" -> NormOperators::batch;
            case "LayerNormalization" -> NormOperators::layer;
            case "InstanceNormalization" -> NormOperators::instance;
            case "LSTM" -> (node, scope) -> RecurrentOperators.read(node, Cell.LSTM, scope);
            case "GRU" -> (node, scope) -> RecurrentOperators.read(node, Cell.GRU, scope);
            case "RNN" -> (node, scope) -> RecurrentOperators.read(node, Cell.RNN, scope);
            case "Gather" -> Operators::gather;
            case "Slice" -> ShapeOperators::lastStep;
            case "Softmax" -> (node, scope) -> MergeOperators.softmax(node, Activation.SOFTMAX, scope);
            case "LogSoftmax" -> (node, scope) -> MergeOperators.softmax(node, Activation.LOG_SOFTMAX, scope);
            case "Concat" -> MergeOperators::concatenate;
            case "Shape" -> (node, scope) -> scope.set(node, ConstantOperators.shape(scope.raw(node, 0)));
            case "Identity" -> (node, scope) -> scope.set(node, scope.raw(node, 0));
            case "Dropout" -> Operators::dropout;
            case "Transpose" -> ShapeOperators::transpose;
            case "Reshape" -> ShapeOperators::reshape;
            case "Flatten" -> ShapeOperators::flatten;
            case "Squeeze" -> ShapeOperators::squeeze;
            case "Unsqueeze" -> ShapeOperators::unsqueeze;
            case "Pad" -> ShapeOperators::pad;
            default -> null;
        };
    }

    private static void mean(Node node, Scope scope) throws UnexpressibleException {
        if (!LayerNormPattern.read(node, scope)) {
            ConvolutionOperators.reduce(node, PoolKind.AVERAGE, scope);
        }
    }

    private static void relu(Node node, Scope scope) throws UnexpressibleException {
        if (!StochasticPoolPattern.read(node, scope)) {
            Elements.read(node, x -> Math.max(0, x[0]), scope);
        }
    }

    private static void gather(Node node, Scope scope) throws UnexpressibleException {
        if (scope.input(node, 0).orElse(null) instanceof Constant) {
            DenseOperators.embed(node, scope);
        } else if (!ShapeOperators.part(node, scope)) {
            ShapeOperators.lastStep(node, scope);
        }
    }

    private static void dropout(Node node, Scope scope) throws UnexpressibleException {
        Optional<Constant> ratio = scope.constant(node, 1);
        double rate =
                ratio.isPresent() && ratio.get().count() == 1 ? ratio.get().at(0) : node.number("ratio", 0.5f);
        if (node.outputs().size() > 1 && !scope.graph().readers(node.output(1)).isEmpty()) {
            throw new UnexpressibleException("its mask is read, which no layer returns");
        }
        if (!(rate > 0 && rate < 1)) {
            scope.set(node, scope.raw(node, 0));
            return;
        }
        Data data = scope.scaled(node, 0);
        if (data.pads() != null) {
            throw new UnexpressibleException("it reads padded numbers, which only convolutions and average pools do");
        }
        scope.set(node, data.by(scope.drafts().add(node, new LayerSettings.Dropout(rate), data.layer())));
    }
}
