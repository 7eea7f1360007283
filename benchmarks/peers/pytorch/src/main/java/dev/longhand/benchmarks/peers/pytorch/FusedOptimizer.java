package dev.longhand.benchmarks.peers.pytorch;

import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.Sgd;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorType;
import org.bytedeco.pytorch.Type;
import org.bytedeco.pytorch.global.torch;

/**
 * PyTorch's optimizers that update all parameters in one pass, {@code torch.optim.Adam(fused=True)}
 * and {@code SGD(fused=True)}. The C++ interface doesn't have them, so their operators are called by
 * name, with the arguments of Python's optimizers.
 */
final class FusedOptimizer {

    private final String name;
    private final OperatorHandle operator;
    private final List<Tensor> parameters;
    private final List<IValue> beforeGradients;
    private final List<IValue> afterGradients;
    private final Tensor steps;

    private FusedOptimizer(
            String name, String operator, List<Tensor> parameters, List<IValue> afterGradients, Tensor steps) {
        this.name = name;
        this.operator = Dispatcher.singleton().findSchemaOrThrow(operator, "");
        this.parameters = parameters;
        this.beforeGradients = List.of(list(parameters));
        this.afterGradients = afterGradients;
        this.steps = steps;
    }

    static FusedOptimizer of(Optimizer settings, List<Tensor> parameters) {
        Tensor steps = torch.zeros(new long[0]);
        List<IValue> arguments = new ArrayList<>();
        if (settings instanceof Adam adam) {
            arguments.add(list(zerosLike(parameters)));
            arguments.add(list(zerosLike(parameters)));
            arguments.add(list(List.of()));
            arguments.add(list(parameters.stream().map(parameter -> steps).toList()));
            arguments.add(new IValue(adam.learningRate()));
            arguments.add(new IValue(adam.beta1()));
            arguments.add(new IValue(adam.beta2()));
            arguments.add(new IValue(0.0));
            arguments.add(new IValue(adam.epsilon()));
            arguments.addAll(List.of(new IValue(false), new IValue(false), new IValue(), new IValue()));
            return new FusedOptimizer("Adam", "aten::_fused_adam_", parameters, arguments, steps);
        }
        if (settings instanceof Sgd sgd) {
            arguments.add(list(List.of()));
            arguments.add(new IValue(0.0));
            arguments.add(new IValue(0.0));
            arguments.add(new IValue(sgd.learningRate()));
            arguments.add(new IValue(0.0));
            arguments.addAll(List.of(new IValue(false), new IValue(false), new IValue(false)));
            arguments.addAll(List.of(new IValue(), new IValue()));
            return new FusedOptimizer("SGD", "aten::_fused_sgd_", parameters, arguments, steps);
        }
        throw new UnsupportedOperationException("has no " + settings + " here");
    }

    private static List<Tensor> zerosLike(List<Tensor> parameters) {
        return parameters.stream().map(torch::zeros_like).toList();
    }

    private static IValue list(List<Tensor> tensors) {
        GenericList list = new GenericList(new Type.TypePtr(TensorType.get()));
        for (Tensor tensor : tensors) {
            list.push_back(new IValue(tensor));
        }
        return new IValue(list);
    }

    String name() {
        return name;
    }

    /** Updates the parameters and releases their gradients, as {@code zero_grad} does by default. */
    void step() {
        try (PointerScope scope = new PointerScope();
                NoGradGuard noGrad = new NoGradGuard()) {
            List<Tensor> gradients = new ArrayList<>(parameters.size());
            for (Tensor parameter : parameters) {
                gradients.add(parameter.mutable_grad());
            }
            steps.add_(new Scalar(1.0f));
            IValueVector stack = new IValueVector();
            beforeGradients.forEach(stack::push_back);
            stack.push_back(list(gradients));
            afterGradients.forEach(stack::push_back);
            operator.callBoxed(stack);
            for (Tensor gradient : gradients) {
                gradient.reset();
            }
        }
    }
}
