"""From float32 to int8, where it costs no accuracy.

Weights and activations of the matrix products become eight-bit integers, the weights with a scale
a column. Before the layers' feed-forward products each piece is divided by its largest value, and
multiplied by it afterwards: their inputs hold outliers, and one scale for all pieces would round
the others away (German labelled attachment loses 1.1 points by that). Weights are unsigned:
processors without dot products of bytes saturate when a signed one is multiplied.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
from onnx import GraphProto, NodeProto, helper
from onnxruntime.quantization import QuantType, quantize_dynamic

OUTLYING = ("/fi/", "/fo/")  # in the names of the products whose input has outliers


def quantise(source: Path, target: Path) -> None:
    """Writes the int8 model; ``source`` is the float32 one."""
    model = onnx.load(source)
    for node in list(model.graph.node):
        if node.op_type == "MatMul" and any(part in node.name for part in OUTLYING):
            _scale_rows(model.graph, node)
    with TemporaryDirectory() as folder:
        scaled = Path(folder) / "scaled.onnx"
        onnx.save(model, scaled)
        quantize_dynamic(scaled, target, weight_type=QuantType.QUInt8, per_channel=True)


def _scale_rows(graph: GraphProto, product: NodeProto) -> None:
    """Divides a product's rows by their largest value before it, and multiplies by it after."""
    rows, result, name = product.input[0], product.output[0], product.name
    size, largest, scaled, small = (f"{name}_{part}" for part in ("size", "max", "row", "product"))
    product.input[0], product.output[0] = scaled, small
    before = [
        helper.make_node("Abs", [rows], [size], name=size),
        helper.make_node("ReduceMax", [size], [largest], name=largest, axes=[-1], keepdims=1),
        helper.make_node("Div", [rows, largest], [scaled], name=scaled),
    ]
    after = helper.make_node("Mul", [small, largest], [result], name=f"{name}_back")
    at = list(graph.node).index(product)
    for node in reversed(before):
        graph.node.insert(at, node)
    graph.node.insert(at + len(before) + 1, after)
