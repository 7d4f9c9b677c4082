"""Hands the training lines of MASSIVE to Rasa, in place of our own content."""

import os
from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method
from rasa.shared.utils.io import read_model_configuration

from rasa_project.evaluation.massive import FOLDER, lines
from rasa_project.line import Line


class MassiveImporter(TrainingDataImporter):
    """Lines and intents; no domain, no stories."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        **kwargs: Any,
    ) -> None:
        self._config = config_file or ""

    def get_config(self) -> dict[str, Any]:
        """The configuration with our pipeline."""
        return dict(read_model_configuration(self._config))

    def get_config_file_for_auto_config(self) -> str | None:
        """Where Rasa would write what it adds of its own; it has nothing to add."""
        return self._config

    def get_domain(self) -> Domain:
        """None: what an intent leads to is not asked here."""
        return Domain.empty()

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """None."""
        return StoryGraph([])

    @cached_method
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Every line, the romanised copies among them."""
        return TrainingData(
            [Line(text=text, intent=intent) for text, intent in lines(Path(os.environ[FOLDER]))]
        )
