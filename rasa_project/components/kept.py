"""What a component takes from the training data and keeps with the model."""

import json
from typing import Any, Self

from rasa.engine.graph import GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.training_data import TrainingData

FILE = "kept.json"


class Trained(GraphComponent):
    """A component that is made of its options, and writes what it has learnt to a place in the model."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, *_: Any, **__: Any
    ) -> Self:
        """Knows what there is to know without training data."""
        return cls(config, model_storage, resource)


class Kept(Trained):
    """One that learns nothing by counting: a list or a table is all it must know, kept as one JSON file."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, kept: Any = None
    ) -> None:
        super().__init__(config, storage, resource)
        self.knows(self.told(TrainingData()) if kept is None else kept)

    @staticmethod
    def told(training_data: TrainingData) -> Any:
        """What to keep, as JSON can say it."""
        raise NotImplementedError

    def knows(self, kept: Any) -> None:
        """Takes in what `told` said when the model was trained."""
        raise NotImplementedError

    def train(self, training_data: TrainingData) -> Resource:
        """Keeps it with the model."""
        kept = self.told(training_data)
        with self._storage.write_to(self._resource) as folder:
            (folder / FILE).write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, *_: Any, **__: Any
    ) -> Self:
        """With what was kept."""
        with model_storage.read_from(resource) as folder:
            kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return cls(config, model_storage, resource, kept)
