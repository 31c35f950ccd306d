"""From float32 to int8, where it costs no accuracy.

Weights and activations of the matrix products become int8, but for the layers' second feed-forward
product: its input has outliers that one scale a tensor cannot hold, and rounding them costs a point
of labelled attachment. There only the weights are int8, and are turned back to floats on loading.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

FLOAT_INPUT = "/fo/"  # in the names of the products whose input stays float

BLOCK = 64  # rows of a column that share a scale


def quantise(source: Path, target: Path) -> None:
    """Writes the int8 model; ``source`` is the float32 one."""
    graph = onnx.load(source).graph
    spared = [n.name for n in graph.node if n.op_type == "MatMul" and FLOAT_INPUT in n.name]
    quantize_dynamic(
        source, target, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=spared
    )
    model = onnx.load(target)
    for node in [node for node in model.graph.node if node.name in spared]:
        _pack(model, node)
    onnx.save(model, target)


def _pack(model: ModelProto, node: NodeProto) -> None:
    """Replaces a product's float weights by int8 ones, with a scale for each block of a column."""
    graph, name = model.graph, node.input[1]
    stored = next(tensor for tensor in graph.initializer if tensor.name == name)
    weight = numpy_helper.to_array(stored)
    blocks = weight.reshape(-1, BLOCK, weight.shape[1])
    scale = (np.abs(blocks).max(1, keepdims=True) / 127).astype(np.float32)
    packed, shape = np.round(blocks / scale).astype(np.int8), np.array(weight.shape)
    graph.initializer.remove(stored)
    for part, values in (("packed", packed), ("scale", scale), ("shape", shape)):
        graph.initializer.append(numpy_helper.from_array(values, f"{name}_{part}"))
    unpack = [
        helper.make_node("Cast", [f"{name}_packed"], [f"{name}_float"], to=TensorProto.FLOAT),
        helper.make_node("Mul", [f"{name}_float", f"{name}_scale"], [f"{name}_scaled"]),
        helper.make_node("Reshape", [f"{name}_scaled", f"{name}_shape"], [name]),
    ]
    at = list(graph.node).index(node)
    for extra in reversed(unpack):
        graph.node.insert(at, extra)
