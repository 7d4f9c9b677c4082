"""The shape of every file in content/: what an editor may write, and what type each value gets."""

import re
from datetime import date
from typing import Annotated, Literal

from babel import Locale, UnknownLocaleError
from pydantic import Field, StringConstraints, field_validator

from bot.language.scripts import Script
from bot.packs.sourced import AS_OF as AS_OF
from bot.packs.sourced import LONGEST_TEXT as LONGEST_TEXT
from bot.packs.sourced import Checked as Checked
from bot.packs.sourced import Optional_ as Optional_
from bot.packs.sourced import Source as Source
from bot.packs.sourced import Strict as Strict
from bot.packs.sourced import Text as Text

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,23}$")]
Iso2 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Level = Literal["emergency", "urgent", "advice"]
Service = Literal["police", "ambulance", "fire"]
Kind = Literal[
    "police",
    "mission",
    "trafficking",
    "labour",
    "women",
    "child",
    "government",
    "ngo",
    "unhcr",
    "legal_aid",
    "crisis",
]
Section = Literal[  # of the menu, in its order
    "learn", "signs", "money", "before_you_go", "routes", "abroad", "coming_back", "justice"
]

_DAYS = "mon|tue|wed|thu|fri|sat|sun"
_TIME = "(?:[01][0-9]|2[0-4]):[0-5][0-9]"
OPEN = re.compile(rf"always|unknown|({_DAYS})(-({_DAYS}))? {_TIME}-{_TIME}")


class TopicFacts(Checked):
    menu: Annotated[Section | None, Optional_] = None  # none: a card that only other cards lead to
    fee_table: bool = False
    countries: dict[Iso2, Id] = Field(default_factory=dict)  # the topic that says it for one country
    related: list[Id] = Field(default_factory=list, max_length=3)
    help_desks: list[Id] = Field(default_factory=list)
    sources: Annotated[list[Source], Field(min_length=1)]


class SituationFacts(Checked):
    levels: Annotated[list[Level], Field(min_length=1)]
    kinds: list[Kind] = Field(default_factory=list)  # of help desks that come first
    services: list[Service] = Field(default_factory=list)  # whose numbers stand right below the first line
    related: list[Id] = Field(default_factory=list, max_length=3)
    in_place_of: list[Id] = Field(default_factory=list)  # advice that is wrong while a relative is in it
    sources: list[Source] = Field(default_factory=list)


class DestinationFacts(Strict):
    likely: bool = False


class Phone(Checked):
    """A number, where it can be dialled from, when it is open, what it costs to call.

    Somebody may have dialled only one of several; the help desk counts as checked when all are.
    """

    number: Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 -]*$")]
    service: Service | None = None
    dial_from: Annotated[str, StringConstraints(pattern=r"^([A-Z]{2}|anywhere)$")]
    open: str = "unknown"
    cost: Literal["free", "normal", "unknown"] = "unknown"
    channels: Annotated[list[Literal["call", "whatsapp", "sms"]], Field(min_length=1)]

    @field_validator("open")
    @classmethod
    def _known_hours(cls, value: str) -> str:
        if not OPEN.fullmatch(value):
            raise ValueError("write always, unknown, or days and hours like: sun-thu 08:00-20:00")
        return value

    def works_from(self, country: str | None) -> bool:
        """Whether somebody in `country` (ISO2; None: not known) can dial it."""
        return self.dial_from in ("anywhere", country)


class HelpDesk(Checked):
    level: Level
    kind: Kind
    everywhere: bool = False  # offered on every country's card, for whoever finds no other number
    phones: Annotated[list[Phone], Field(min_length=1)]
    languages: list[LanguageCode] = Field(default_factory=list)
    confidence: Literal["high", "medium"]
    sources: Annotated[list[Source], Field(min_length=1)]


Item = Literal[  # what a price may be made of
    "passport",
    "visa",
    "medical",
    "certificates",
    "police_clearance",
    "service_charge",
    "welfare_fund",
    "bmet",
    "work_permit",
    "transport",
    "insurance",
    "processing",
    "ticket",
]


class WhoPays(Checked):
    """What the worker usually pays, and what the employer or the agency does."""

    worker: Annotated[list[Item], Field(min_length=1)]
    employer: Annotated[list[Item], Field(min_length=1)]
    sources: Annotated[list[Source], Field(min_length=1)]


Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
_Rate = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,6}(\.[0-9]{1,4})?$")]


class Rates(Checked):
    """What one unit of other currencies is worth in taka, on the day of the first source."""

    taka: Annotated[dict[Currency, _Rate], Field(min_length=1)]
    sources: Annotated[list[Source], Field(min_length=1)]


Workers = Literal[  # for whom a price is
    "everyone", "men", "women", "women_domestic", "domestic", "garment", "factory", "interns"
]


class Fee(Checked):
    """One published or surveyed amount. `amount` is in whole units of `currency` (BDT: taka)."""

    id: Id
    kind: Literal["ceiling", "zero_cost", "paid", "official_price"]
    workers: Literal[
        "everyone", "men", "women", "women_domestic", "domestic", "garment", "factory", "interns"
    ] = "everyone"
    amount: Annotated[int, Field(ge=0)]
    amount_to: Annotated[int | None, Optional_] = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    year: Annotated[int, Field(ge=1990, le=2100)]
    valid_until: Annotated[date | None, Optional_] = None  # last day, where the source names one
    worker_pays: list[Item] = Field(default_factory=list)
    employer_pays: list[Item] = Field(default_factory=list)
    confidence: Literal["high", "medium"]
    sources: Annotated[list[Source], Field(min_length=1)]


class Language(Strict):
    """A language on offer: its own name for itself, its CLDR locale and its script (ISO 15924)."""

    name: Text
    locale: Text
    script: Script
    offered: bool = True  # "no" while it is being written: then it can be checked and previewed only
    reviewers: list[str] = Field(default_factory=list)
    any_script: list[Text] = Field(default_factory=list)  # names and acronyms written in another script

    @field_validator("locale")
    @classmethod
    def _known_locale(cls, value: str) -> str:
        try:
            Locale.parse(value)
        except (ValueError, UnknownLocaleError):
            raise ValueError("write a locale that CLDR knows, such as bn_BD") from None
        return value


class TopicWords(Strict):
    revision: Annotated[int, Field(ge=1)]
    button: Text
    title: Text
    summary: Text
    points: list[Text] = Field(default_factory=list, max_length=5)
    steps: list[Text] = Field(default_factory=list, max_length=12)
    warning: Annotated[Text | None, Optional_] = None
    next_step: Text


class FamilyWords(Strict):
    """What somebody at home can do for a relative who is in danger."""

    title: Text
    summary: Text
    steps: Annotated[list[Text], Field(min_length=1, max_length=5)]
    warning: Annotated[Text | None, Optional_] = None


class SituationWords(Strict):
    revision: Annotated[int, Field(ge=1)] = 1
    phrases: Annotated[list[Text], Field(min_length=1)]
    whole: list[Text] = Field(default_factory=list)  # phrases that count only if nothing else is said
    title: Text
    summary: Text
    steps: Annotated[list[Text], Field(min_length=1, max_length=5)]
    warning: Annotated[Text | None, Optional_] = None
    family: FamilyWords | None = None  # none: the general one below


class UrgentWords(Strict):
    hypothetical: list[Text]
    family: FamilyWords | None = None  # none: the family gets the same card as the person in danger
    situations: dict[str, SituationWords]


WordGroups = dict[Id, Annotated[list[Text], Field(min_length=1)]]  # words that mean the same, by group


class HelpDeskWords(Strict):
    revision: Annotated[int, Field(ge=1)] = 1
    name: Text
    helps_with: Text
    risk: Annotated[Text | None, Optional_] = None


class DestinationWords(Strict):
    name: Text
    aliases: list[Text] = Field(default_factory=list)


ALL_MODELS: tuple[type[Strict], ...] = (
    Source,
    TopicFacts,
    SituationFacts,
    DestinationFacts,
    Phone,
    HelpDesk,
    WhoPays,
    Rates,
    Fee,
    Language,
    TopicWords,
    FamilyWords,
    SituationWords,
    UrgentWords,
    HelpDeskWords,
    DestinationWords,
)
