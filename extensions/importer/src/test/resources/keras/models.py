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


def main():
    keras.utils.set_random_seed(1)
    save("two_heads.keras", two_heads(), draw(2, 8, 6, 2))
    save("named_heads.h5", named_heads(), draw(3, 5))


if __name__ == "__main__":
    main()
