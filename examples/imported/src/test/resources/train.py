"""Trains a small network of PyTorch on 135 flowers of Fisher's Iris data, and exports it as flowers.onnx. The other 15 are
written to flowers.csv: four measurements in centimetres, and the three probabilities that PyTorch computes for them.

    python3 train.py ../../../../src/main/resources/dev/longhand/examples/table/iris.csv
"""

import csv
import sys

import torch
from torch import nn

SPECIES = ["setosa", "versicolor", "virginica"]

with open(sys.argv[1], newline="") as file:
    rows = list(csv.reader(file))[1:]
x = torch.tensor([[float(cell) for cell in row[:4]] for row in rows])
y = torch.tensor([SPECIES.index(row[4]) for row in rows])
held_out = torch.arange(len(rows)) % 10 == 9

torch.manual_seed(1)
network = nn.Sequential()
network.add_module("scale", nn.BatchNorm1d(4))
network.add_module("hidden", nn.Linear(4, 16))
network.add_module("relu", nn.ReLU())
network.add_module("species", nn.Linear(16, 3))

loss = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(network.parameters(), lr=0.01)
for epoch in range(300):
    optimizer.zero_grad()
    loss(network(x[~held_out]), y[~held_out]).backward()
    optimizer.step()

network.add_module("probabilities", nn.Softmax(dim=1))
network.eval()
torch.onnx.export(
    network, x[:1], "flowers.onnx", input_names=["measurements"], output_names=["probabilities"], opset_version=14,
    dynamic_axes={"measurements": {0: "batch"}, "probabilities": {0: "batch"}})

with torch.no_grad():
    outputs = network(x[held_out])
print(f"{(outputs.argmax(1) == y[held_out]).sum()} of {len(outputs)} flowers classified correctly")
with open("flowers.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["sepal length", "sepal width", "petal length", "petal width"] + SPECIES)
    for sample, output in zip(x[held_out], outputs):
        writer.writerow([f"{v:.1f}" for v in sample.tolist()] + [f"{v:.9g}" for v in output.tolist()])
