"""From float32 to int8, where it costs no accuracy.

Weights and activations of the matrix products become int8. The layers' feed-forward products have
outliers in their inputs that one scale a tensor cannot hold (rounding those of the first alone
costs the shipped model 1.2 points of German labelled attachment): there weights and inputs have a
scale for each block (`MatMulNBits`).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import ModelProto, NodeProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

OUTLYING = ("/fi/", "/fo/")  # in the names of the products whose input has outliers
BLOCK = 64  # values that share a scale
MIDDLE = 128  # what stands for zero in eight bits
INT8_INPUT = 4  # onnxruntime's `accuracy_level` for inputs rounded to int8 by the block


def quantise(source: Path, target: Path) -> None:
    """Writes the int8 model; ``source`` is the float32 one."""
    graph = onnx.load(source).graph
    spared = [
        node.name
        for node in graph.node
        if node.op_type == "MatMul" and any(part in node.name for part in OUTLYING)
    ]
    quantize_dynamic(
        source, target, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=spared
    )
    model = onnx.load(target)
    for node in [node for node in model.graph.node if node.name in spared]:
        _pack(model, node)
    onnx.save(model, target)


def _pack(model: ModelProto, node: NodeProto) -> None:
    """Puts a product over blocks of eight bits in the place of one over floats."""
    graph, name = model.graph, node.input[1]
    stored = next(tensor for tensor in graph.initializer if tensor.name == name)
    weight = numpy_helper.to_array(stored)
    blocks = weight.T.reshape(weight.shape[1], -1, BLOCK)
    scale = (np.abs(blocks).max(2) / (MIDDLE - 1)).astype(np.float32)
    packed = (np.round(blocks / scale[..., None]) + MIDDLE).astype(np.uint8)
    graph.initializer.remove(stored)
    for part, values in (("packed", packed), ("scale", scale)):
        graph.initializer.append(numpy_helper.from_array(values, f"{name}_{part}"))
    product = helper.make_node(
        "MatMulNBits", [node.input[0], f"{name}_packed", f"{name}_scale"], list(node.output),
        name=node.name, domain="com.microsoft", K=weight.shape[0], N=weight.shape[1],
        bits=8, block_size=BLOCK, accuracy_level=INT8_INPUT,
    )  # fmt: skip
    at = list(graph.node).index(node)
    graph.node.remove(node)
    graph.node.insert(at, product)
