"""Rebuilds the syntax model that Registan ships: base weights and trees in, int8 ONNX out."""
