"""What a component takes from the training data and keeps with the model, as one JSON file."""

import json
from typing import Any, Generic, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.training_data import TrainingData

FILE = "kept.json"

Component = TypeVar("Component", bound="Kept")
T = TypeVar("T")


class Kept(GraphComponent, Generic[T]):
    """A component that learns nothing by counting: a list or a table of the importer is all it must know."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource

    @staticmethod
    def told(training_data: TrainingData) -> Any:
        """What to keep, as JSON can say it."""
        raise NotImplementedError

    def knows(self, kept: Any) -> None:
        """Takes in what `told` said when the model was trained."""
        raise NotImplementedError

    @classmethod
    def create(
        cls: type[Component],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Component:
        """Knows nothing yet."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Keeps it with the model."""
        kept = self.told(training_data)
        with self._storage.write_to(self._resource) as folder:
            (folder / FILE).write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls: type[Component],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Component:
        """With what was kept."""
        found = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            found.knows(json.loads((folder / FILE).read_text(encoding="utf-8")))
        return found
