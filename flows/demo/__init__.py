"""The bundled sample sites of the verb `demo`; every force and figure in them is invented."""

from flows.demo.server import DemoInput, Samples, serve_samples

__all__ = ["DemoInput", "Samples", "serve_samples"]
