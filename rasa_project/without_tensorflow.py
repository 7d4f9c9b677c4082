"""Lets Rasa be imported without TensorFlow, for a model that does not use it.

Rasa imports TensorFlow wherever a neural component might be wanted, and our pipeline has none: three quarters
of the time of its imports and 280 MB for nothing. The stand-in satisfies `import tensorflow` and class bodies
that inherit from it; what really calls it fails with a sentence. Numbers: docs/decisions/0003-rasa-server.md.
"""

import sys
from collections.abc import MutableSequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_ROOTS = frozenset({"tensorflow", "tensorflow_hub", "tensorflow_text", "keras"})
NEURAL = (
    "DIETClassifier",
    "TEDPolicy",
    "UnexpecTEDIntentPolicy",
    "ResponseSelector",
    "LanguageModelFeaturizer",
)


class _Anything(type):
    """A class whose every attribute is another such class."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything(name, (), {})


class _Absent(ModuleType):
    """A module that has every name."""

    __path__: MutableSequence[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything(name, (), {"__init__": _refuse})


class _Finder(MetaPathFinder, Loader):
    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        return ModuleSpec(name, self, is_package=True) if name.split(".")[0] in _ROOTS else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Absent(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        pass


def _refuse(self: Any, *args: Any, **kwargs: Any) -> None:
    raise RuntimeError("This process runs without TensorFlow; start it with `rasa run` instead.")


def needed(description: str) -> bool:
    """Whether a pipeline or a model with this description uses TensorFlow."""
    return any(name in description for name in NEURAL)


def leave_out() -> None:
    """From now on `import tensorflow` gives the stand-in; call it before anything of Rasa is imported."""
    if any(isinstance(finder, _Finder) for finder in sys.meta_path):
        return
    if _ROOTS & set(sys.modules):
        raise RuntimeError("TensorFlow is loaded already.")
    sys.meta_path.insert(0, _Finder())
