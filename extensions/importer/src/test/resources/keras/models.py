"""Makes files of Keras 3 beside it, each as NAME.keras or NAME.h5, and NAME.json with a few inputs, one row for each sample,
and what Keras computes for them, the outputs one after the other.

    python3 -m pip install keras jax
    KERAS_BACKEND=jax python3 models.py
"""

import json
import pathlib
import zipfile

import keras
import numpy
from keras import layers

HERE = pathlib.Path(__file__).resolve().parent
RANDOM = numpy.random.default_rng(11)


def draw(*shape):
    return RANDOM.standard_normal(shape).astype(numpy.float32)


def settle(model):
    """Gives all weights numbers like those of a trained model, also those that Keras starts at 0 or 1."""
    for layer in model.layers:
        arrays = []
        for variable, array in zip(layer.variables, layer.get_weights()):
            if variable.dtype != "float32":
                arrays.append(array)
            elif isinstance(layer, layers.PReLU):
                arrays.append(numpy.full_like(array, 0.2))
            elif "variance" in variable.name:
                arrays.append(numpy.abs(draw(*array.shape)) + 0.5)
            else:
                arrays.append(array + 0.3 * draw(*array.shape))
        layer.set_weights(arrays)


def save(name, model, *inputs):
    settle(model)
    outputs = model.predict(list(inputs) if len(inputs) > 1 else inputs[0], verbose=0)
    outputs = list(outputs.values()) if isinstance(outputs, dict) else outputs
    outputs = outputs if isinstance(outputs, list) else [outputs]
    row = lambda arrays: numpy.concatenate([array.reshape(len(array), -1) for array in arrays], 1).tolist()
    model.save(HERE / name)
    text = json.dumps({"inputs": row(inputs), "outputs": row(outputs)})
    (HERE / name).with_suffix(".json").write_text(text + "\n")
    if name.endswith(".keras"):
        forget(HERE / name)


def forget(file):
    """Writes an archive without the time at which it was saved."""
    with zipfile.ZipFile(file) as archive:
        entries = {entry: archive.read(entry) for entry in archive.namelist()}
    metadata = json.loads(entries["metadata.json"])
    entries["metadata.json"] = json.dumps(metadata | {"date_saved": "2026-01-01@00:00:00"}).encode()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in entries.items():
            archive.writestr(zipfile.ZipInfo(entry, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def two_heads():
    """A class and an angle, of one trunk; the angle is computed first, but the second output."""
    image = keras.Input((8, 6, 2), name="image")
    x = layers.Conv2D(4, 3, padding="same", activation="relu", name="trunk")(image)
    x = layers.BatchNormalization(name="norm")(x)
    x = layers.GlobalAveragePooling2D(name="mean")(x)
    angle = layers.Dense(1, name="angle")(x)
    kind = layers.Dense(3, activation="softmax", name="kind")(x)
    return keras.Model(image, [kind, angle])


def named_heads():
    """Outputs by name, one of which another layer reads."""
    x = keras.Input((5,), name="x")
    hidden = layers.Dense(6, activation="tanh", name="hidden")(x)
    gate = layers.Dense(6, activation="sigmoid", name="gate")(hidden)
    both = layers.Multiply(name="both")([hidden, gate])
    return keras.Model(x, {"gate": gate, "score": layers.Dense(2, activation="sigmoid", name="score")(both)})


def mobile():
    """Bounded ReLUs, as layers and as an argument."""
    return keras.Sequential([
        keras.Input((8, 9, 3)),
        layers.Conv2D(4, 3, padding="same", use_bias=False, name="stem"), layers.BatchNormalization(), layers.ReLU(6.0),
        layers.DepthwiseConv2D(3, strides=2, padding="same", use_bias=False), layers.BatchNormalization(),
        layers.ReLU(max_value=0.5), layers.MaxPooling2D(2), layers.Conv2D(6, 1, activation="relu6", use_bias=False),
        layers.GlobalAveragePooling2D(), layers.Dropout(0.2), layers.Dense(3, activation="softmax"),
    ])


def functions():
    """Every function that is expressible, as an argument and as a layer, side by side."""
    names = [
        "linear", "relu", "relu6", "leaky_relu", "elu", "celu", "selu", "gelu", "silu", "hard_silu", "mish", "softplus",
        "sigmoid", "hard_sigmoid", "tanh",
    ]
    x = keras.Input((5,))
    ends = [layers.Dense(2)(layers.Dense(4, activation=name)(x)) for name in names]
    ends += [layers.Dense(2)(layers.Activation(name)(layers.Dense(3)(x))) for name in names]
    ends += [
        layers.Dense(2)(layer(layers.Dense(3, use_bias=False)(x)))
        for layer in [
            layers.ReLU(), layers.ReLU(6.0), layers.ReLU(max_value=1.5), layers.ReLU(negative_slope=0.1), layers.LeakyReLU(0.4),
            layers.ELU(0.7), layers.PReLU(),
        ]
    ]
    return keras.Model(x, layers.Dense(3, activation="log_softmax")(layers.Concatenate()(ends)))


def pictures():
    """Layers of images, some of whose numbers are multiplied on the way."""
    image = keras.Input((13, 8, 2))
    x = layers.ZeroPadding2D(((1, 0), (0, 2)))(image)
    x = layers.Conv2D(4, (3, 2), strides=(2, 1), activation="selu")(x)
    y = layers.SeparableConv2D(4, 3, padding="same", activation="selu")(x)
    z = layers.Conv2D(4, 1, activation="selu")(x)
    x = layers.Concatenate()([layers.Average()([x, y]), layers.Average()([y, z])])
    x = layers.AveragePooling2D(2)(x)
    x = layers.Conv2D(6, 2, dilation_rate=2, activation="hard_silu")(x)
    x = layers.LayerNormalization()(x)
    x = layers.Permute((1, 2, 3))(layers.Conv2D(4, 1, groups=2, activation="relu6")(x))
    flat = layers.Flatten()(layers.Reshape((-1, 4))(x))
    most = layers.GlobalMaxPooling2D()(x)
    return keras.Model(image, layers.Dense(2, activation="sigmoid")(layers.Concatenate()([flat, most])))


def sequences():
    """Layers of sequences."""
    x = keras.Input((12, 3))
    y = layers.Conv1D(4, 3, padding="causal", activation="tanh")(x)
    y = layers.DepthwiseConv1D(3, padding="same", depth_multiplier=2)(y)
    y = layers.MaxPooling1D(2)(layers.SpatialDropout1D(0.1)(y))
    y = layers.TimeDistributed(layers.Dense(5, activation="hard_silu"))(y)
    y = layers.SimpleRNN(4, activation="relu", return_sequences=True)(y)
    z = layers.SeparableConv1D(4, 2, activation="softplus")(y)
    ends = [layers.GlobalAveragePooling1D()(z), layers.GlobalMaxPooling1D()(z), layers.LSTM(3)(y), layers.GRU(2)(y)]
    return keras.Model(x, layers.Dense(2)(layers.Concatenate()(ends)))


def masked_words():
    return keras.Sequential([
        keras.Input((6,)), layers.Embedding(9, 4, mask_zero=True), layers.Dense(5, activation="tanh"),
        layers.LSTM(4, return_sequences=True), layers.Dropout(0.2), layers.GRU(3), layers.Dense(2, activation="softmax"),
    ])


def masked_steps():
    return keras.Sequential([
        keras.Input((5, 2)), layers.Masking(), layers.SimpleRNN(3), layers.Dense(2, activation="sigmoid"),
    ])


def unread_mask():
    """A mask that no layer of Keras reads."""
    return keras.Sequential([
        keras.Input((4,)), layers.Embedding(7, 3, mask_zero=True), layers.Flatten(), layers.Dense(2),
    ])


def refused_functions():
    x = keras.Input((4,))
    a = layers.Dense(4, name="a")(x)
    both = layers.Add(name="both")([layers.ReLU(6.0, name="shared")(a), layers.Activation("tanh", name="other")(a)])
    y = layers.ReLU(6.0, negative_slope=0.1, name="sloped")(layers.Dense(3, name="b")(both))
    y = layers.Activation("softsign", name="softsign")(layers.Dense(3, name="c")(y))
    y = layers.Dense(3, activation="selu", name="d")(y)
    return keras.Model(x, layers.Dense(2, activation="relu6", name="end")(layers.BatchNormalization(name="norm")(y)))


def refused_masks():
    x = keras.Input((6,))
    y = layers.Embedding(9, 4, mask_zero=True, name="words")(x)
    mean = layers.GlobalAveragePooling1D(name="mean")(y)
    flat = layers.Flatten(name="flat")(y)
    return keras.Model(x, layers.Dense(2, name="end")(layers.Concatenate(name="all")([mean, flat, layers.GRU(3, name="gru")(y)])))


def shorter(x, *lengths):
    """Sequences with zeros after their lengths."""
    for row, length in zip(x, lengths):
        row[length:] = 0
    return x


def main():
    keras.utils.set_random_seed(1)
    save("two_heads.keras", two_heads(), draw(2, 8, 6, 2))
    save("named_heads.h5", named_heads(), draw(3, 5))
    save("mobile.keras", mobile(), draw(2, 8, 9, 3))
    save("functions.keras", functions(), draw(3, 5))
    save("pictures.keras", pictures(), draw(2, 13, 8, 2))
    save("sequences.keras", sequences(), draw(2, 12, 3))
    save("masked_words.keras", masked_words(), shorter(RANDOM.integers(1, 9, (4, 6)).astype(numpy.float32), 6, 4, 1, 5))
    save("masked_steps.h5", masked_steps(), shorter(draw(3, 5, 2), 5, 2, 3))
    save("unread_mask.keras", unread_mask(), shorter(RANDOM.integers(1, 7, (3, 4)).astype(numpy.float32), 4, 2, 1))
    save("refused_functions.keras", refused_functions(), draw(1, 4))
    save("refused_masks.keras", refused_masks(), draw(1, 6) * 0)


if __name__ == "__main__":
    main()
