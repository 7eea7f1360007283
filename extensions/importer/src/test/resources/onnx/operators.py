"""Makes further files beside models.py's: graphs of operators and settings that PyTorch doesn't export, each with the output that
PyTorch's functions give in double precision.

    python3 operators.py
"""

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch.nn import functional

generator = numpy.random.RandomState(3)


def rand(*shape):
    return generator.randn(*shape).astype(numpy.float32)


def last(x):
    return numpy.moveaxis(x, 1, -1)


def save(name, nodes, sizes, x, weights, y, opset=17, turned=None, tensors=(), kind=TensorProto.FLOAT, external=False):
    """sizes: those of the input, None for the batch; y: the output in the order that Longhand has."""
    inputs = [helper.make_tensor_value_info("x", kind, sizes)]
    outputs = [helper.make_tensor_value_info("y", kind, [None] * 2)]
    initializers = [numpy_helper.from_array(w, n) for n, w in weights.items()] + list(tensors)
    graph = helper.make_graph(nodes, name, inputs, outputs, initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], producer_name="operators.py")
    if external:
        onnx.save_model(model, name + ".onnx", save_as_external_data=True, location=name + ".bin", size_threshold=0)
    else:
        onnx.save_model(model, name + ".onnx")
    sample = turned(x) if turned else x
    y = numpy.asarray(y)
    numpy.savez(name + ".npz", input=sample.reshape(len(x), -1).astype(numpy.float32),
                output=y.reshape(len(x), -1).astype(numpy.float32))


def node(operator, inputs, outputs="y", **attributes):
    return helper.make_node(operator, inputs.split(), outputs.split(), **attributes)


def t(x):
    return torch.tensor(numpy.asarray(x, numpy.float64))


def main():
    x, w, b = rand(3, 4), rand(4, 5), rand(1, 5)
    save("gemm", [node("Gemm", "x w b", alpha=0.5, beta=2.0)], [None, 4], x, {"w": w, "b": b}, 0.5 * t(x) @ t(w) + 2 * t(b))

    x, w, b = rand(2, 3, 6, 5), rand(4, 3, 2, 2), rand(4)
    y = functional.conv2d(functional.pad(t(x), [1, 0, 0, 0]), t(w), t(b), stride=2)
    save("same_lower", [node("Conv", "x w b", auto_pad="SAME_LOWER", strides=[2, 2])], [None, 3, 6, 5], x, {"w": w, "b": b},
         last(y.numpy()), turned=last)
    y = functional.conv2d(functional.pad(t(x), [0, 1, 0, 0]), t(w), t(b), stride=2)
    save("same_upper", [node("Conv", "x w b", auto_pad="SAME_UPPER", strides=[2, 2])], [None, 3, 6, 5], x, {"w": w, "b": b},
         last(y.numpy()), turned=last)

    y = functional.avg_pool2d(t(x), 3, 2, 1, count_include_pad=True)
    save("average", [node("AveragePool", "x", kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1], count_include_pad=1)],
         [None, 3, 6, 5], x, {}, last(y.numpy()), turned=last)
    y = t(x).amax((2, 3)) @ t(w.reshape(4, 12)[:, :3].T)
    save("global_max", [node("GlobalMaxPool", "x", "p"), node("Flatten", "p", "f"), node("Gemm", "f w", transB=1)],
         [None, 3, 6, 5], x, {"w": w.reshape(4, 12)[:, :3].copy()}, y, turned=last)

    x = rand(2, 1, 4, 5)
    y = functional.instance_norm(t(x), eps=1e-3) * 1.5 - 0.25
    save("instance", [node("InstanceNormalization", "x g b", epsilon=1e-3)], [None, 1, 4, 5], x,
         {"g": numpy.float32([1.5]), "b": numpy.float32([-0.25])}, y)

    x, w = rand(3, 4), rand(4, 5).astype(numpy.float16)
    save("half", [node("MatMul", "x w")], [None, 4], x, {"w": w}, t(x) @ t(w), kind=TensorProto.FLOAT16)
    bits = (rand(4, 5).view(numpy.uint32) >> 16).astype(numpy.uint16)
    short = helper.make_tensor("w", TensorProto.BFLOAT16, [4, 5], bits.tobytes(), raw=True)
    wide = (bits.astype(numpy.uint32) << 16).view(numpy.float32)
    save("bfloat16", [node("MatMul", "x w")], [None, 4], x, {}, t(x) @ t(wide), tensors=[short])
    listed = helper.make_tensor("w", TensorProto.DOUBLE, [4, 5], wide.astype(numpy.float64).reshape(-1).tolist())
    save("listed", [node("MatMul", "x w")], [None, 4], x, {}, t(x) @ t(wide), tensors=[listed])
    w = rand(4, 5)
    save("external", [node("MatMul", "x w", "h"), node("Relu", "h")], [None, 4], x, {"w": w}, functional.relu(t(x) @ t(w)), external=True)

    x, w, v = rand(2, 5, 3), rand(3, 4), rand(3, 4)
    a, b = t(x) @ t(w), torch.tanh(t(x) @ t(v))
    save("sequences", [node("MatMul", "x w", "a"), node("MatMul", "x v", "b"), node("Tanh", "b", "c"),
                       node("Concat", "a c", axis=1)], [None, 5, 3], x, {"w": w, "v": v}, torch.cat([a, b], 1))
    save("difference", [node("MatMul", "x w", "a"), node("MatMul", "x v", "b"), node("Tanh", "a", "c"), node("Sub", "c b", "d"),
                        node("PRelu", "d s")],
         [None, 5, 3], x, {"w": w, "v": v, "s": numpy.float32([0.3])},
         functional.leaky_relu(torch.tanh(a) - t(x) @ t(v), 0.3))

    shape = numpy.int64([-1, 3])
    back = numpy.int64([-1, 5, 4])
    save("time_distributed", [node("Reshape", "x s", "a"), node("Gemm", "a w", "b"), node("Relu", "b", "c"),
                              node("Reshape", "c r")],
         [None, 5, 3], x, {"w": w, "s": shape, "r": back}, functional.relu(a))

    r = [rand(1, 16, 3), rand(1, 16, 4)]
    layer = torch.nn.LSTM(3, 4, batch_first=True, bias=False).double()
    order = [0, 2, 3, 1]
    with torch.no_grad():
        for parameter, values in zip((layer.weight_ih_l0, layer.weight_hh_l0), r):
            parameter.copy_(t(values[0].reshape(4, 4, -1)[order].reshape(16, -1)))
        y = layer(t(x))[0]
    save("batch_first", [node("LSTM", "x w r", "h", hidden_size=4, layout=1), node("Squeeze", "h a")], [None, 5, 3], x,
         {"w": r[0], "r": r[1], "a": numpy.int64([2])}, y)

    x, w, v = rand(2, 6, 5, 3), rand(4, 3, 3, 3), rand(4 * 4 * 3, 2)
    y = functional.relu(functional.conv2d(t(numpy.moveaxis(x, -1, 1)), t(w))).permute(0, 2, 3, 1).reshape(2, -1) @ t(v)
    save("channels_last", [node("Transpose", "x", "a", perm=[0, 3, 1, 2]), node("Conv", "a w", "b"),
                           node("Transpose", "b", "c", perm=[0, 2, 3, 1]), node("Relu", "c", "d"), node("Reshape", "d s", "e"),
                           node("MatMul", "e v")],
         [None, 6, 5, 3], x, {"w": w, "v": v, "s": numpy.int64([-1, 48])}, y)

    x, w, b = rand(2, 3, 4, 4), rand(5, 3, 1, 1), rand(5)
    y = functional.conv2d(t(x), t(w), t(b))
    save("old", [node("Conv", "x w", "a"), node("Add", "a b", "c", axis=1, broadcast=1), node("Clip", "c", "y", min=0.0)],
         [2, 3, 4, 4], x, {"w": w, "b": b}, last(functional.relu(y).numpy()), opset=6, turned=last)

    x, w = rand(4, 3), rand(3, 2)
    y = (t(x) @ t(w) > 0).double()
    save("step", [node("MatMul", "x w", "a"), node("Greater", "a z", "b"), node("Cast", "b", to=TensorProto.FLOAT)], [None, 3], x,
         {"w": w, "z": numpy.float32(0)}, y)
    y = torch.where(t(x) @ t(w) > 0, 1.0, -1.0)
    save("sign", [node("MatMul", "x w", "a"), node("Greater", "a z", "b"), node("Where", "b p n")], [None, 3], x,
         {"w": w, "z": numpy.float32(0), "p": numpy.float32(1), "n": numpy.float32(-1)}, y)


main()
