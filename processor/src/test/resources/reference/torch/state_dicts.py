#!/usr/bin/env python3
"""Writes state_dicts of PyTorch as safetensors.torch.save_file does, with the numbers that PyTorch computed.

Reads the JSON files of the folder above, needs nothing beside Python, and writes *.safetensors into its own folder:

    python3 state_dicts.py
"""

import json
import pathlib
import struct

HERE = pathlib.Path(__file__).resolve().parent
CODES = {"F64": "d", "F32": "f", "I64": "q"}


def cases(name):
    return json.loads((HERE.parent / f"{name}.json").read_text())["cases"]


def save(name, tensors, metadata, dtype="F32"):
    """Tensors by name, sorted by the size of their type and then by name, as the library sorts them."""
    entries, data = {}, b""
    types = {key: "I64" if key.endswith("num_batches_tracked") else dtype for key in tensors}
    for key in sorted(tensors, key=lambda key: (-struct.calcsize(CODES[types[key]]), key)):
        numbers = tensors[key]["data"]
        numbers = numbers if isinstance(numbers, list) else [numbers]
        numbers = [int(x) if types[key] == "I64" else x for x in numbers]
        packed = struct.pack(f"<{len(numbers)}{CODES[types[key]]}", *numbers)
        entries[key] = {
            "dtype": types[key],
            "shape": tensors[key]["shape"],
            "data_offsets": [len(data), len(data) + len(packed)],
        }
        data += packed
    header = ({"__metadata__": metadata} if metadata else {}) | entries
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    (HERE / f"{name}.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + data)


def prefixed(prefix, parameters):
    return {f"{prefix}.{key}": tensor for key, tensor in parameters.items()}


PT = {"format": "pt"}
save("linear", prefixed("layer", cases("layers")[2]["parameters"]), {}, "F64")
save("mlp", cases("networks")[2]["parameters"], {}, "F64")
for i in range(5):
    save(f"conv2d_{i}", prefixed("layer", cases("images")[i]["parameters"]), PT)
for i in range(2):
    case = cases("sequences")[i]
    save(f"conv1d_{i}", prefixed("layer", {key: case[key] for key in ("weight", "bias")}), PT)
save("batch_norm1d", prefixed("layer", cases("normalizations")[1]["parameters"]), PT)
save("batch_norm2d", prefixed("layer", cases("normalizations")[3]["parameters"]), {"layout": "torch"})
save("layer_norm", prefixed("layer", cases("normalizations")[4]["parameters"]), PT)
for i, name in enumerate(["rnn", "gru", "lstm"]):
    save(name, prefixed("layer", cases("recurrent")[i]["parameters"]), PT)
cell = {key.replace("_l0", ""): tensor for key, tensor in cases("recurrent")[2]["parameters"].items()}
save("lstm_cell", prefixed("layer", cell), PT)
save("cnn", cases("normalized_network")[0]["parameters"], PT)
table = {"shape": [5, 5], "data": [i / 8 for i in range(25)]}
save("embedding", {"layer.weight": table}, PT)
