#!/usr/bin/env python3
"""Writes small models in Keras' formats, and what they compute, in double precision.

The files follow the formats of model.save as Keras documents them; Keras itself doesn't write them.

Needs NumPy and h5py (Debian's python3-numpy and python3-h5py), and writes into its own folder:

    python3 make_keras.py
"""

import io
import json
import pathlib
import re
import zipfile

import h5py
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
RANDOM = np.random.default_rng(7)
LAST_FIRST = {"data_format": "channels_last"}


def draw(*shape):
    return (RANDOM.standard_normal(shape) * 0.5).astype(np.float32)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z):
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


FUNCTIONS = {
    "linear": lambda z: z,
    "relu": lambda z: np.maximum(z, 0),
    "tanh": np.tanh,
    "sigmoid": sigmoid,
    "softmax": softmax,
    "softplus": lambda z: np.log1p(np.exp(z)),
    "swish": lambda z: z * sigmoid(z),
    "elu": lambda z: np.where(z > 0, z, np.exp(np.minimum(z, 0)) - 1),
}


class Layer:
    """A layer of Keras: its class, its arguments, its weights in Keras' order, and what it computes."""

    def __init__(self, name, class_name, compute, weights=(), reads=None, inner="", **config):
        self.name, self.class_name, self.compute, self.reads = name, class_name, compute, reads
        self.weights = [np.asarray(w, np.float32) for w in weights]
        self.config = {"name": name, "trainable": True, **config}
        self.inner = inner


def dense(name, units, before, activation="linear", use_bias=True, reads=None):
    w, b = draw(before, units), draw(units)
    weights = [w, b] if use_bias else [w]

    def compute(x):
        name = activation if isinstance(activation, str) else activation["config"]
        return FUNCTIONS[name](x @ w.astype(float) + (b if use_bias else 0))

    return Layer(name, "Dense", compute, weights, reads, units=units, activation=activation, use_bias=use_bias)


def windows(x, size, stride, dilation, fill=0.0):
    """The windows of x [n][rows][columns][channels]: [n][rows'][columns'][size][size][channels]."""
    rows = (x.shape[1] - dilation[0] * (size[0] - 1) - 1) // stride[0] + 1
    columns = (x.shape[2] - dilation[1] * (size[1] - 1) - 1) // stride[1] + 1
    found = np.zeros((x.shape[0], rows, columns, size[0], size[1], x.shape[3]))
    for r in range(rows):
        for c in range(columns):
            for i in range(size[0]):
                for j in range(size[1]):
                    found[:, r, c, i, j] = x[:, r * stride[0] + dilation[0] * i, c * stride[1] + dilation[1] * j]
    return found


def padded(x, size, stride, dilation, padding, fill=0.0):
    """x with what "same" adds: so that there are ceil(n / stride) windows, the odd one at the end."""
    sides = [(0, 0)]
    for axis in (0, 1):
        covered = dilation[axis] * (size[axis] - 1) + 1
        if padding == "same":
            n = x.shape[axis + 1]
            zeros = max(0, ((n - 1) // stride[axis]) * stride[axis] + covered - n)
            sides.append((zeros // 2, zeros - zeros // 2))
        elif padding == "causal" and axis == 0:
            sides.append((covered - 1, 0))
        else:
            sides.append((0, 0))
    return np.pad(x, sides + [(0, 0)], constant_values=fill)


def slide(x, w, stride, dilation, padding, groups):
    size = w.shape[:2]
    found = windows(padded(x, size, stride, dilation, padding), size, stride, dilation)
    inputs, filters = w.shape[2], w.shape[3] // groups
    parts = [
        np.einsum("nrcijk,ijkf->nrcf", found[..., g * inputs : (g + 1) * inputs], w[..., g * filters : (g + 1) * filters])
        for g in range(groups)
    ]
    return np.concatenate(parts, -1)


def conv2d(name, filters, kernel, before, activation="linear", stride=1, padding="valid", dilation=1, groups=1, reads=None):
    w, b = draw(kernel, kernel, before // groups, filters), draw(filters)

    def compute(x):
        y = slide(x, w.astype(float), (stride, stride), (dilation, dilation), padding, groups)
        return FUNCTIONS[activation](y + b)

    return Layer(
        name, "Conv2D", compute, [w, b], reads, filters=filters, kernel_size=[kernel, kernel], strides=[stride, stride],
        padding=padding, dilation_rate=[dilation, dilation], groups=groups, activation=activation, use_bias=True, **LAST_FIRST)


def conv1d(name, filters, kernel, before, activation="linear", stride=1, padding="valid", dilation=1, reads=None):
    w, b = draw(kernel, before, filters), draw(filters)

    def compute(x):
        y = slide(x[:, :, None], w[:, None].astype(float), (stride, 1), (dilation, 1), padding, 1)
        return FUNCTIONS[activation](y[:, :, 0] + b)

    return Layer(
        name, "Conv1D", compute, [w, b], reads, filters=filters, kernel_size=[kernel], strides=[stride],
        padding=padding, dilation_rate=[dilation], groups=1, activation=activation, use_bias=True, **LAST_FIRST)


def depthwise(name, kernel, before, multiplier, reads=None):
    w, b = draw(kernel, kernel, before, multiplier), draw(before * multiplier)

    def compute(x):
        y = np.stack(
            [slide(x[..., c : c + 1], w[:, :, c : c + 1].astype(float), (1, 1), (1, 1), "same", 1) for c in range(before)], -2)
        return y.reshape(*y.shape[:3], -1) + b

    return Layer(
        name, "DepthwiseConv2D", compute, [w, b], reads, kernel_size=[kernel, kernel], strides=[1, 1], padding="same",
        depth_multiplier=multiplier, dilation_rate=[1, 1], activation="linear", use_bias=True, **LAST_FIRST)


def separable(name, filters, kernel, before, reads=None):
    d, p, b = draw(kernel, kernel, before, 1), draw(1, 1, before, filters), draw(filters)

    def compute(x):
        y = np.concatenate(
            [slide(x[..., c : c + 1], d[:, :, c : c + 1].astype(float), (1, 1), (1, 1), "valid", 1) for c in range(before)], -1)
        return np.tanh(y @ p[0, 0].astype(float) + b)

    return Layer(
        name, "SeparableConv2D", compute, [d, p, b], reads, filters=filters, kernel_size=[kernel, kernel], strides=[1, 1],
        padding="valid", depth_multiplier=1, dilation_rate=[1, 1], activation="tanh", use_bias=True, **LAST_FIRST)


def batch_norm(name, channels, scale=True, reads=None):
    g, b, m, v = draw(channels) + 1, draw(channels), draw(channels), np.abs(draw(channels)) + 0.1

    def compute(x):
        return (g.astype(float) if scale else 1) * (x - m) / np.sqrt(v.astype(float) + 1e-3) + b

    return Layer(
        name, "BatchNormalization", compute, ([g] if scale else []) + [b, m, v], reads, axis=-1, momentum=0.99,
        epsilon=0.001, center=True, scale=scale)


def layer_norm(name, channels, reads=None):
    g, b = draw(channels) + 1, draw(channels)

    def compute(x):
        m, v = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
        return g.astype(float) * (x - m) / np.sqrt(v + 1e-3) + b

    return Layer(name, "LayerNormalization", compute, [g, b], reads, axis=-1, epsilon=0.001, center=True, scale=True)


def pool(name, kind, size, stride=None, padding="valid", reads=None):
    stride = stride or size

    def compute(x):
        fill = -np.inf if kind == "Max" else 0
        found = windows(padded(x, (size, size), (stride, stride), (1, 1), padding, fill), (size, size), (stride, stride), (1, 1))
        return found.max((3, 4)) if kind == "Max" else found.mean((3, 4))

    return Layer(
        name, kind + "Pooling2D", compute, (), reads, pool_size=[size, size],
        strides=[stride, stride], padding=padding, **LAST_FIRST)


def recurrent(name, kind, units, before, sequences, reads=None):
    gates = {"SimpleRNN": 1, "GRU": 3, "LSTM": 4}[kind]
    w, u = draw(before, gates * units), draw(units, gates * units)
    b = draw(2, gates * units) if kind == "GRU" else draw(gates * units)

    def compute(x):
        h, c, states = np.zeros((len(x), units)), np.zeros((len(x), units)), []
        for t in range(x.shape[1]):
            if kind == "GRU":
                xz, xr, xh = np.split(x[:, t] @ w.astype(float) + b[0], 3, -1)
                hz, hr, hh = np.split(h @ u.astype(float) + b[1], 3, -1)
                z, r = sigmoid(xz + hz), sigmoid(xr + hr)
                h = z * h + (1 - z) * np.tanh(xh + r * hh)
            else:
                s = x[:, t] @ w.astype(float) + h @ u.astype(float) + b
                if kind == "LSTM":
                    i, f, g, o = np.split(s, 4, -1)
                    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
                    h = sigmoid(o) * np.tanh(c)
                else:
                    h = np.tanh(s)
            states.append(h)
        return np.stack(states, 1) if sequences else h

    more = {} if kind == "SimpleRNN" else {"recurrent_activation": "sigmoid"}
    more |= {"reset_after": True} if kind == "GRU" else {}
    return Layer(
        name, kind, compute, [w, u, b], reads, "cell/", units=units, activation="tanh", use_bias=True,
        return_sequences=sequences, return_state=False, go_backwards=False, stateful=False, unroll=False, **more)


def time_distributed(name, inner):
    config = {"module": "keras.layers", "class_name": "Dense", "config": inner.config, "registered_name": None}
    return Layer(name, "TimeDistributed", inner.compute, inner.weights, None, "layer/", layer=config)


def embedding(name, words, dimensions):
    table = draw(words, dimensions)
    return Layer(
        name, "Embedding", lambda x: table[x.astype(int)].astype(float), [table], input_dim=words, output_dim=dimensions,
        mask_zero=False)


def simple(name, class_name, compute, reads=None, **config):
    return Layer(name, class_name, compute, (), reads, **config)


def snake(name):
    return re.sub("([a-z])([A-Z])", r"\1_\2", re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)).lower()


def inputs_of(name, shape, version):
    key = "batch_shape" if version == 3 else "batch_input_shape"
    return Layer(name, "InputLayer", None, **{key: [None, *shape], "dtype": "float32"})


def described(layers, version, functional, sequential_input=True):
    entries = []
    for layer in layers:
        entry = {"class_name": layer.class_name, "config": layer.config}
        if version == 3:
            entry |= {"module": "keras.layers", "registered_name": None}
        if functional:
            entry["name"] = layer.name
            reads = layer.reads or []
            if version == 3:
                tensors = [
                    {"class_name": "__keras_tensor__", "config": {"shape": [None], "keras_history": [read, 0, 0]}}
                    for read in reads
                ]
                entry["inbound_nodes"] = [{"args": [tensors if len(reads) > 1 else tensors[0]], "kwargs": {}}] if reads else []
            else:
                entry["inbound_nodes"] = [[[read, 0, 0, {}] for read in reads]] if reads else []
        entries.append(entry)
    config = {"name": "model", "trainable": True, "layers": entries}
    if functional:
        config["input_layers"] = [[layer.name, 0, 0] for layer in layers if layer.class_name == "InputLayer"]
        config["output_layers"] = [[layers[-1].name, 0, 0]]
    return {"class_name": "Functional" if functional else "Sequential", "config": config}


def save_archive(name, model, layers):
    """A .keras file: the groups of weights have the names of classes, numbered."""
    weights, used = io.BytesIO(), {}
    with h5py.File(weights, "w") as file:
        for layer in layers:
            group = snake(layer.class_name)
            used[group] = used.get(group, -1) + 1
            path = f"layers/{group}" + (f"_{used[group]}" if used[group] else "")
            if layer.class_name == "Dropout":
                file.create_dataset(f"{path}/seed_generator/vars/0", data=np.zeros(2, np.uint32))
            file.create_group(f"{path}/vars")
            for i, array in enumerate(layer.weights):
                file.create_dataset(f"{path}/{layer.inner}vars/{i}", data=array)
    with zipfile.ZipFile(HERE / f"{name}.keras", "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in {
            "metadata.json": json.dumps({"keras_version": "3.5.0", "date_saved": "2026-01-01@00:00:00"}),
            "config.json": json.dumps({"module": "keras", **model}),
            "model.weights.h5": weights.getvalue(),
        }.items():
            archive.writestr(zipfile.ZipInfo(entry, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


WEIGHT_NAMES = {
    "Dense": ["kernel", "bias"],
    "Conv1D": ["kernel", "bias"],
    "BatchNormalization": ["gamma", "beta", "moving_mean", "moving_variance"],
    "LayerNormalization": ["gamma", "beta"],
    "SimpleRNN": ["simple_rnn_cell/kernel", "simple_rnn_cell/recurrent_kernel", "simple_rnn_cell/bias"],
    "TimeDistributed": ["kernel", "bias"],
}


def save_older(name, model, layers, model_too=True):
    """An .h5 file of Keras 2: each layer's group names its arrays."""
    with h5py.File(HERE / f"{name}.h5", "w") as file:
        group = file.create_group("model_weights") if model_too else file
        if model_too:
            file.attrs["model_config"] = json.dumps(model).encode()
            file.attrs["keras_version"], file.attrs["backend"] = b"2.11.0", b"tensorflow"
        kept = [layer for layer in layers if layer.class_name != "InputLayer"]
        group.attrs["layer_names"] = [layer.name.encode() for layer in kept]
        group.attrs["keras_version"] = b"2.11.0"
        for layer in kept:
            mine = group.create_group(layer.name)
            names = [f"{layer.name}/{array}:0" for array in WEIGHT_NAMES.get(layer.class_name, [])[: len(layer.weights)]]
            mine.attrs["weight_names"] = [array.encode() for array in names]
            for array, numbers in zip(names, layer.weights):
                mine.create_dataset(array, data=numbers)


def computed(layers, samples):
    values, last = {}, None
    for layer in layers:
        if layer.class_name == "InputLayer":
            values[layer.name] = samples[layer.name]
        else:
            values[layer.name] = layer.compute(*[values[read] for read in layer.reads or [last]])
        last = layer.name
    return values[last]


def save(name, layers, version, functional, samples):
    """The model, and its inputs, one row for each sample with the inputs one after the other, and outputs."""
    model = described(layers, version, functional)
    (save_archive if version == 3 else save_older)(name, model, layers)
    rows = np.concatenate([x.reshape(len(x), -1) for x in samples.values()], -1)
    outputs = computed(layers, {key: x.astype(float) for key, x in samples.items()})
    expected = {"inputs": rows.tolist(), "outputs": outputs.reshape(len(rows), -1).tolist()}
    (HERE / f"{name}.json").write_text(json.dumps(expected) + "\n")


def main():
    flatten = lambda x: x.reshape(len(x), -1)
    same = lambda x: x

    save("perceptron", [
        inputs_of("dense_input", [4], 2), dense("dense", 5, 4, "relu"), simple("dropout", "Dropout", same, rate=0.5),
        dense("dense_1", 5, 5, "swish"), dense("dense_2", 3, 5, "softmax"),
    ], 2, False, {"dense_input": draw(3, 4)})

    save("images", [
        inputs_of("image", [7, 6, 2], 3),
        conv2d("conv2d", 4, 3, 2, "relu", padding="same", reads=["image"]),
        batch_norm("batch_normalization", 4, reads=["conv2d"]),
        depthwise("depthwise_conv2d", 3, 4, 1, reads=["batch_normalization"]),
        simple("add", "Add", lambda x, y: x + y, ["depthwise_conv2d", "batch_normalization"]),
        simple("re_lu", "ReLU", lambda x: np.maximum(x, 0), ["add"], max_value=None, negative_slope=0.0, threshold=0.0),
        simple("zero_padding2d", "ZeroPadding2D", lambda x: np.pad(x, ((0, 0), (1, 0), (1, 2), (0, 0))), ["re_lu"],
               padding=[[1, 0], [1, 2]], **LAST_FIRST),
        conv2d("conv2d_1", 6, 3, 4, "elu", stride=2, groups=2, reads=["zero_padding2d"]),
        pool("max_pooling2d", "Max", 2, padding="same", reads=["conv2d_1"]),
        separable("separable_conv2d", 5, 2, 6, reads=["max_pooling2d"]),
        simple("global_average_pooling2d", "GlobalAveragePooling2D", lambda x: x.mean((1, 2)), ["separable_conv2d"],
               keepdims=False, **LAST_FIRST),
        dense("dense", 3, 5, "softmax", reads=["global_average_pooling2d"]),
    ], 3, True, {"image": draw(2, 7, 6, 2)})

    save("flat_image", [
        inputs_of("input_layer", [6, 6, 3], 3), conv2d("conv2d", 4, 3, 3, "tanh"), pool("average_pooling2d", "Average", 2),
        simple("flatten", "Flatten", flatten, **LAST_FIRST), dense("dense", 4, 16), batch_norm("batch_normalization", 4, False),
        simple("leaky_re_lu", "LeakyReLU", lambda x: np.where(x > 0, x, 0.3 * x), negative_slope=0.3), dense("dense_1", 2, 4),
    ], 3, False, {"input_layer": draw(2, 6, 6, 3)})

    save("words", [
        inputs_of("input_layer", [5], 3), embedding("embedding", 9, 4), recurrent("lstm", "LSTM", 3, 4, True),
        recurrent("gru", "GRU", 4, 3, True), simple("dropout", "Dropout", same, rate=0.2),
        recurrent("gru_1", "GRU", 3, 4, False), dense("dense", 2, 3, "sigmoid", use_bias=False),
    ], 3, False, {"input_layer": RANDOM.integers(0, 9, (3, 5))})

    save("steps", [
        inputs_of("x", [6, 3], 2), conv1d("conv1d", 4, 3, 3, "tanh", padding="causal", dilation=2),
        layer_norm("layer_normalization", 4), recurrent("simple_rnn", "SimpleRNN", 3, 4, True),
        time_distributed("time_distributed", dense("inner", 2, 3, "sigmoid")),
    ], 2, False, {"x": draw(2, 6, 3)})

    save("two_inputs", [
        inputs_of("a", [3], 2), inputs_of("b", [4], 2), dense("left", 3, 3, "tanh", reads=["a"]),
        dense("right", 3, 4, "tanh", reads=["b"]), simple("multiply", "Multiply", lambda x, y: x * y, ["left", "right"]),
        simple("concatenate", "Concatenate", lambda x, y: np.concatenate([x, y], -1), ["multiply", "b"], axis=-1),
        dense("last", 2, 7, reads=["concatenate"]),
    ], 2, True, {"a": draw(2, 3), "b": draw(2, 4)})

    save("branches", [
        inputs_of("x", [8, 4], 3),
        conv1d("conv1d", 6, 3, 4, "softplus", padding="same", reads=["x"]),
        simple("spatial_dropout1d", "SpatialDropout1D", same, ["conv1d"], rate=0.3),
        simple("global_max_pooling1d", "GlobalMaxPooling1D", lambda x: x.max(1), ["spatial_dropout1d"], keepdims=False),
        simple("global_average_pooling1d", "GlobalAveragePooling1D", lambda x: x.mean(1), ["spatial_dropout1d"]),
        simple("concatenate", "Concatenate", lambda x, y: np.concatenate([x, y], -1),
               ["global_max_pooling1d", "global_average_pooling1d"], axis=-1),
        simple("reshape", "Reshape", lambda x: x.reshape(-1, 2, 2, 3), ["concatenate"], target_shape=[2, -1, 3]),
        simple("global_max_pooling2d", "GlobalMaxPooling2D", lambda x: x.max((1, 2), keepdims=True), ["reshape"], keepdims=True),
        pool("average_pooling2d", "Average", 2, padding="same", reads=["reshape"]),
        simple("add", "Add", lambda x, y: x + y, ["global_max_pooling2d", "average_pooling2d"]),
        dense("dense", 4, 3, "tanh", reads=["add"]),
        simple("flatten", "Flatten", flatten, ["dense"], **LAST_FIRST),
        simple("elu", "ELU", lambda x: np.where(x > 0, x, 0.5 * (np.exp(x) - 1)), ["flatten"], alpha=0.5),
        simple("gaussian_noise", "GaussianNoise", same, ["elu"], stddev=0.1),
        dense("dense_1", 2, 4, {"class_name": "function", "config": "linear"}, reads=["gaussian_noise"]),
    ], 3, True, {"x": draw(2, 8, 4)})

    refused = [
        inputs_of("image", [8, 8, 2], 3), simple("rescaling", "Rescaling", same, scale=0.5, offset=0.0),
        simple("resizing", "Resizing", same, height=8, width=8),
        conv2d("conv2d", 3, 3, 2, "relu", padding="same"),
        simple("re_lu", "ReLU", same, max_value=6.0, negative_slope=0.0, threshold=0.0),
        pool("average_pooling2d", "Average", 3, 2, padding="same"),
        simple("lambda", "Lambda", same, function="x"), simple("flatten", "Flatten", flatten, **LAST_FIRST), dense("dense", 2, 48),
    ]
    save_archive("refused", described(refused, 3, False), refused)

    apart = [inputs_of("x", [3], 2), dense("first", 4, 3, "relu"), dense("second", 2, 4)]
    (HERE / "apart.json").write_text(json.dumps(described(apart, 2, False)) + "\n")
    apart[1].name, apart[2].name = "first_7", "second_7"
    save_older("apart", None, apart, model_too=False)


if __name__ == "__main__":
    main()
