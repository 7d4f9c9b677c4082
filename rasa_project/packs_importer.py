"""Makes Rasa's training data out of content/: a new topic in the packs needs no edit in rasa_project/.

Intents, examples, cards and rules of topics and urgent situations come from the packs; the rest stands in
domain/ and data/. `rasa_project.train`, `rasa train` and `rasa data validate` all use it.
"""

import logging
import os
from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from bot.packs import Packs
from rasa_project import exercises
from rasa_project.components.tables import tables
from rasa_project.line import Line
from rasa_project.training_lines import TrainingLines, gather, read, typed

HERE = Path(__file__).parent
GOING = ("signs", "money", "before_you_go")  # in these sections a country is where somebody wants to go

logger = logging.getLogger(__name__)


class PacksImporter(RasaFileImporter):
    """The files of rasa_project/, and what content/ says, as one."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        content: str | None = None,
    ) -> None:
        super().__init__(config_file, str(HERE / "domain"), training_data_paths or [str(HERE / "data")])
        self._folder = Path(content or os.environ.get("DISHARI_CONTENT") or HERE.parent / "content")

    @cached_method
    def packs(self) -> Packs:
        """The packs; raises PacksError with its findings if they cannot be served."""
        return read(self._folder)[0]

    @cached_method
    def lines(self) -> TrainingLines:
        """What people type for every intent of the domain, urgent phrases included."""
        gathered = read(self._folder)[1]
        known = set(self.get_domain().intents)
        if unknown := sorted(set(gathered.of_intent) - known):
            for intent in unknown:
                logger.warning("questions/%s.yaml is left out: no topic or intent has this id.", intent)
            questions = typed(self.packs())
            gathered = gather({intent: lines for intent, lines in questions.items() if intent in known})
        for intents in gathered.torn.values():
            logger.warning("A line is left out of the training: it stands under %s.", " and ".join(intents))
        return gathered

    @cached_method
    def get_domain(self) -> Domain:
        """The domain of domain/*.yml, an intent and a card for all that can be asked, and the exercises."""
        packs = self.packs()
        written: dict[str, Any] = super().get_domain().as_dict()
        shown = _shown(packs)
        written["intents"] = [*written["intents"], *shown]
        exercises.add_to_domain(written, exercises.exercises(packs))
        for card in shown:
            reference = {"card": card, "country": "{country}"}
            if card in packs.topics and packs.topics[card].fee_table:
                reference |= {"country": "{destination}", "money": "{money}"}
            written["responses"][f"utter_{card}"] = [{"custom": reference}]
        _fill_slots(written["slots"], packs, set(written["intents"]))
        return Domain.from_dict(written)

    @cached_method
    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """The rules of data/rules.yml, those of the exercises, and for everything else: asked, its card."""
        packs = self.packs()
        rules = [
            {"rule": f"show {card}", "steps": [{"intent": card}, {"action": f"utter_{card}"}]}
            for card in _shown(packs)
        ]
        rules += exercises.rules(exercises.exercises(packs), packs.situations)
        steps = YAMLStoryReader(self.get_domain()).read_from_parsed_yaml({"rules": rules})
        return super().get_stories(exclusion_percentage).merge(StoryGraph(steps))

    @cached_method
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """One example a line, and the names of the destinations; never a word of the answers."""
        examples = [
            Line(text=line, intent=intent)
            for intent, lines in self.lines().of_intent.items()
            for line in lines
        ]
        packs = self.packs()
        prices = [topic for topic, facts in packs.topics.items() if facts.fee_table]
        told = tables(packs.country_names(), packs.situations, exercises.told(packs), prices)
        return TrainingData(training_examples=examples, lookup_tables=told)


def _shown(packs: Packs) -> tuple[str, ...]:
    """Whatever is answered with a card of its own name: the card is all there is to say."""
    return (*packs.asked_topics(), *packs.situations, *packs.checklists)


def _fill_slots(slots: dict[str, Any], packs: Packs, intents: set[str]) -> None:
    """Lets what the packs hold fill the slots as well; what they lack fills none."""
    asked = {topic: packs.topics[topic] for topic in packs.asked_topics()}
    fees = [topic for topic, facts in asked.items() if facts.fee_table]
    abroad = [topic for topic, facts in asked.items() if facts.menu == "abroad"]
    going_there = [topic for topic, facts in asked.items() if facts.menu in GOING]
    # What was shown last can be asked for again.
    slots["shown"]["mappings"] += [
        {"type": "from_intent", "value": card, "intent": card} for card in _shown(packs)
    ]
    about = {"fees": fees, "help": [*packs.situations, *abroad]}
    about["other"] = [card for card in _shown(packs) if card not in {*about["fees"], *about["help"]}]
    for mapping in slots["asked_about"]["mappings"]:
        mapping["intent"] += about[mapping["value"]]
    going: set[str] = set()
    for mapping in slots["destination"]["mappings"]:
        if mapping.get("intent") and mapping.get("role") != "from":
            asking = dict.fromkeys([*mapping["intent"], *fees, *going_there, *packs.checks])
            mapping["intent"] = [intent for intent in asking if intent in intents]
            going.update(mapping["intent"])
    for mapping in slots["country"]["mappings"]:
        if mapping.get("intent"):
            mapping["intent"] += [*packs.situations, *(topic for topic in abroad if topic not in going)]
