"""Makes the files beside it: small networks of PyTorch 1.13, each as NAME.onnx, and NAME.npz with the input of a few samples
and the output that PyTorch computes for it. Images are stored with the channels last, as Longhand reads them.

    python3 models.py
"""

import warnings

import numpy
import torch
from torch import nn
from torch.nn import functional

warnings.filterwarnings("ignore")
KEEP = torch.onnx.TrainingMode.PRESERVE


def last(x):
    """Images N×C×H×W and sequences N×C×L with the channels last."""
    return numpy.moveaxis(x, 1, -1)


def settle(model):
    """Gives batch norms statistics of some data's size, and small parameters larger values."""
    generator = torch.Generator().manual_seed(7)
    for module in model.modules():
        if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
            module.running_mean.copy_(torch.randn(module.num_features, generator=generator) * 0.3)
            module.running_var.copy_(torch.rand(module.num_features, generator=generator) + 0.5)
        if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d, nn.LayerNorm)):
            module.weight.data.copy_(torch.rand(module.weight.shape, generator=generator) + 0.5)
            module.bias.data.copy_(torch.randn(module.bias.shape, generator=generator) * 0.2)
    return model.eval()


def save(name, model, inputs, turned=None, output=None, opset=14, dynamic=True, **settings):
    model = settle(model)
    inputs = inputs if isinstance(inputs, tuple) else (inputs,)
    with torch.no_grad():
        results = model(*inputs)
    results = results if isinstance(results, tuple) else (results,)
    names = [f"x{i}" for i in range(len(inputs))]
    outputs = ["y"] if len(results) == 1 else [f"y{i}" for i in range(len(results))]
    axes = {n: {0: "batch"} for n in names + outputs} if dynamic is True else dynamic
    torch.onnx.export(
        model, inputs, name + ".onnx", input_names=names, output_names=outputs, opset_version=opset,
        dynamic_axes=axes or None, **settings)
    parts = [x.numpy() for x in inputs]
    turned = turned or [None] * len(parts)
    parts = [(t(p) if t else p) for p, t in zip(parts, turned)]
    count = parts[0].shape[0]
    sample = numpy.concatenate([p.reshape(count, -1).astype(numpy.float32) for p in parts], 1)
    changes = output if isinstance(output, list) else [output] * len(results)
    rows = [(change(y.numpy()) if change else y.numpy()) for change, y in zip(changes, results)]
    y = numpy.concatenate([row.reshape(count, -1).astype(numpy.float32) for row in rows], 1)
    numpy.savez(name + ".npz", input=sample, output=y)


def rand(*shape):
    return torch.randn(*shape)


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 3, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(8)
        self.conv1 = nn.Conv2d(8, 12, 3, stride=2, padding=1)
        self.conv2 = nn.Conv2d(12, 12, 3, padding=1)
        self.shortcut = nn.Conv2d(8, 12, 1, stride=2)
        self.head = nn.Linear(12, 5)

    def forward(self, x):
        x = functional.relu(self.bn(self.stem(x)))
        x = functional.relu(self.conv2(functional.relu(self.conv1(x))) + self.shortcut(x))
        return self.head(functional.adaptive_avg_pool2d(x, 1).flatten(1))


class Recurrent(nn.Module):
    def __init__(self, cell, take, **settings):
        super().__init__()
        self.rnn = cell(4, 6, **settings)
        self.fc = nn.Linear(6, 3)
        self.take = take

    def forward(self, x):
        return self.fc(self.take(*self.rnn(x)))


class Words(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(20, 6)
        self.gru = nn.GRU(6, 5, batch_first=True)
        self.fc = nn.Linear(5, 2)

    def forward(self, x):
        _, h = self.gru(self.embedding(x))
        return torch.sigmoid(self.fc(h.squeeze(0)))


class WordMean(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(20, 6)
        self.fc = nn.Linear(6, 2)

    def forward(self, x):
        return self.fc(self.embedding(x).mean(1))


class TwoInputs(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.facts = nn.Linear(5, 6)
        self.out = nn.Linear(4 * 4 * 4 + 6, 2)

    def forward(self, photo, facts):
        a = functional.relu(self.conv(photo)).flatten(1)
        b = torch.tanh(self.facts(facts))
        return self.out(torch.cat([a, b], 1))


class Inception(nn.Module):
    def __init__(self):
        super().__init__()
        self.one = nn.Conv2d(3, 4, 1)
        self.three = nn.Conv2d(3, 5, 3, padding=1)
        self.pool = nn.MaxPool2d(3, stride=1, padding=1)
        self.out = nn.Linear(12 * 16, 4)

    def forward(self, x):
        x = torch.cat([self.one(x), functional.leaky_relu(self.three(x), 0.2), self.pool(x)], 1)
        return functional.softmax(self.out(x.view(x.size(0), -1)), 1)


class Activations(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(6, 6) for _ in range(9))
        self.norm = nn.LayerNorm(6)

    def forward(self, x):
        functions = [functional.gelu, functional.silu, functional.elu, functional.softplus, functional.hardswish,
                     functional.hardsigmoid, functional.mish, functional.relu6, lambda x: functional.elu(x, 2.0)]
        for layer, function in zip(self.layers, functions):
            x = function(layer(x))
        return self.norm(x)


class Separable(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 6, 3, stride=2, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(6)
        self.depthwise = nn.Conv2d(6, 12, 3, padding=1, groups=6, bias=False)
        self.bn2 = nn.BatchNorm2d(12)
        self.pointwise = nn.Conv2d(12, 8, 1)
        self.fc = nn.Linear(8, 3)

    def forward(self, x):
        x = functional.relu6(self.bn1(self.stem(x)))
        x = functional.relu6(self.bn2(self.depthwise(x)))
        x = self.pointwise(x)
        return self.fc(x.mean([2, 3]))


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.q = nn.Linear(4, 4)
        self.k = nn.Linear(4, 4)

    def forward(self, x):
        return torch.softmax(self.q(x) @ self.k(x).transpose(1, 2), -1) @ x


class Step(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(4, 6)
        self.fc = nn.Linear(6, 3)

    def forward(self, x):
        y, _ = self.rnn(x)
        return self.fc(y[-1])


class Both(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(4, 6, batch_first=True)
        self.fc = nn.Linear(48, 2)

    def forward(self, x):
        y, (h, _) = self.rnn(x)
        return self.fc(torch.cat([y.flatten(1), h[-1]], 1))


class Signs(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 3, padding=1)
        self.fc = nn.Linear(512, 10)

    def forward(self, x):
        x = functional.max_pool2d(functional.relu(self.conv1(x)), 2)
        return functional.softmax(self.fc(x.flatten(1)), 1)


class Normalized(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 3, 3)
        self.norm = nn.LayerNorm([3, 4, 4])
        self.fc = nn.Linear(48, 2)

    def forward(self, x):
        return self.fc(self.norm(self.conv(x)).flatten(1))


class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 2, 3)
        self.fc = nn.Linear(32, 2)

    def forward(self, x):
        x = functional.selu(self.conv(x / 255.0)) * 0.5
        return torch.sigmoid(1.5 * self.fc(x.flatten(1)))


class Heads(nn.Module):
    """A class, an angle, and a mask of the pixels, of one trunk; the class is computed last."""

    def __init__(self):
        super().__init__()
        self.trunk = nn.Conv2d(3, 4, 3, padding=1)
        self.mask = nn.Conv2d(4, 2, 1)
        self.angle = nn.Linear(4, 1)
        self.kind = nn.Linear(4, 3)

    def forward(self, x):
        x = functional.relu(self.trunk(x))
        mask = torch.sigmoid(self.mask(x))
        mean = functional.adaptive_avg_pool2d(x, 1).flatten(1)
        angle = self.angle(mean)
        return functional.softmax(self.kind(mean), 1), angle, mask


class Tagger(nn.Module):
    """The words' kinds and the sentence's, of one LSTM."""

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(20, 5)
        self.rnn = nn.LSTM(5, 6, batch_first=True)
        self.tags = nn.Linear(6, 3)
        self.kind = nn.Linear(6, 2)

    def forward(self, x):
        y, (h, _) = self.rnn(self.embedding(x))
        return self.tags(y), self.kind(h[-1])


def main():
    torch.manual_seed(1)
    save("dense", nn.Sequential(nn.Linear(7, 9), nn.ReLU(), nn.Dropout(0.3), nn.Linear(9, 4), nn.Softmax(1)), rand(5, 7))
    save("dropout", nn.Sequential(nn.Linear(7, 9), nn.Tanh(), nn.Linear(9, 1), nn.Sigmoid()), rand(5, 7), opset=11,
         dynamic=False)
    cnn = nn.Sequential(
        nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 6, (3, 2)), nn.ELU(),
        nn.AvgPool2d(2, 1), nn.Flatten(), nn.Linear(6 * 3 * 4, 10), nn.LogSoftmax(1))
    save("cnn", cnn, rand(4, 1, 12, 12), [last], training=KEEP)
    save("residual", Residual(), rand(3, 3, 9, 9), [last], training=KEEP)
    save("separable", Separable(), rand(3, 3, 10, 10), [last], training=KEEP)
    save("lstm", Recurrent(nn.LSTM, lambda y, h: y[:, -1], batch_first=True), rand(3, 7, 4))
    save("gru", Recurrent(nn.GRU, lambda y, h: h[-1], batch_first=True, num_layers=2), rand(3, 7, 4))
    save("rnn", Recurrent(nn.RNN, lambda y, h: y, batch_first=True), rand(3, 7, 4))
    save("rnn_relu", Recurrent(nn.RNN, lambda y, h: y, batch_first=True, nonlinearity="relu", bias=False), rand(3, 7, 4),
         dynamic=False)
    turn = lambda x: numpy.moveaxis(x, 0, 1)
    save("time_first", Step(), rand(7, 3, 4), [turn], dynamic={"x0": {1: "batch"}, "y": {0: "batch"}})
    save("words", Words(), torch.randint(0, 20, (4, 6)))
    save("word_mean", WordMean(), torch.randint(0, 20, (4, 6)))
    save("two_inputs", TwoInputs(), (rand(3, 3, 6, 6), rand(3, 5)), [last, None])
    save("inception", Inception(), rand(3, 3, 4, 4), [last])
    save("activations", Activations(), rand(6, 6), opset=17)
    save("activations_13", Activations(), rand(6, 6), opset=13)
    save("normalized", Normalized(), rand(2, 2, 6, 6), [last], opset=13)
    save("scaled", Scaled(), rand(2, 1, 6, 6) * 100, [last])
    conv1d = nn.Sequential(
        nn.Conv1d(4, 6, 3, padding=2, dilation=2), nn.BatchNorm1d(6), nn.SiLU(), nn.MaxPool1d(2),
        nn.Conv1d(6, 6, 3, groups=3, stride=2, padding=1), nn.LeakyReLU(), nn.AvgPool1d(2), nn.Flatten(), nn.Linear(12, 3))
    save("conv1d", conv1d, rand(3, 4, 17), [last], training=KEEP)
    image = nn.Sequential(nn.Conv2d(2, 3, 3, padding=2, dilation=2), nn.ReLU(), nn.Conv2d(3, 1, 1), nn.Sigmoid())
    save("image_to_image", image, rand(2, 2, 5, 6), [last], last)
    mixed = nn.Sequential(nn.BatchNorm1d(5), nn.Linear(5, 4), nn.Softplus(), nn.Linear(4, 2))
    save("double", mixed.double(), rand(4, 5).double())
    pools = nn.Sequential(
        nn.AvgPool2d(3, 2, 1, ceil_mode=False), nn.Conv2d(2, 3, 2), nn.MaxPool2d(2, 2, ceil_mode=True),
        nn.AdaptiveMaxPool2d(1), nn.Flatten(), nn.Linear(3, 2))
    save("pools", pools, rand(2, 2, 9, 9), [last])
    save("both", Both(), rand(2, 7, 4))
    save("signs", Signs(), rand(2, 3, 16, 16), [last])
    # What can't be declared.
    save("attention", Attention(), rand(2, 3, 4))
    save("bidirectional", Recurrent(nn.LSTM, lambda y, h: y[:, -1, :6], batch_first=True, bidirectional=True), rand(2, 3, 4))
    refused = nn.Sequential(nn.ConvTranspose2d(2, 3, 2), nn.LocalResponseNorm(2), nn.Softsign(), nn.PixelShuffle(1))
    save("refused", refused, rand(2, 2, 4, 4), [last], last)
    # Several outputs.
    save("heads", Heads(), rand(3, 3, 5, 6), [last], [None, None, last])
    save("tagger", Tagger(), torch.randint(0, 20, (4, 6)))


main()
