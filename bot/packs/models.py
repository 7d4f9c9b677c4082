"""The shape of every file in content/: what an editor may write, and what type each value gets."""

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Any, Literal

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, field_validator

from bot.language.scripts import Script


def _empty_is_none(value: Any) -> Any:
    return None if value == "" else value


def _trimmed(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


LONGEST_TEXT = 500  # letters; five of them still fit one message of Telegram's 4096
Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT), BeforeValidator(_trimmed)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,23}$")]
Iso2 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Level = Literal["emergency", "urgent", "advice"]
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
Optional_ = BeforeValidator(_empty_is_none)

_DAYS = "mon|tue|wed|thu|fri|sat|sun"
_TIME = "(?:[01][0-9]|2[0-4]):[0-5][0-9]"
OPEN = re.compile(rf"always|unknown|({_DAYS})(-({_DAYS}))? {_TIME}-{_TIME}")
AS_OF = re.compile(r"[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


class Strict(BaseModel):
    """A map in which every key is known: a misspelt key is an error, never silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(Strict):
    """Where a fact was read, and the date of that source itself."""

    title: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
    as_of: str

    @field_validator("as_of")
    @classmethod
    def _partial_date(cls, value: str) -> str:
        try:
            if not AS_OF.fullmatch(value):
                raise ValueError
            _last_day(value)
        except ValueError:
            raise ValueError("write the date as 2024, 2024-05 or 2024-05-31") from None
        return value

    @property
    def year(self) -> int:
        return int(self.as_of[:4])

    @property
    def day(self) -> date:
        """The date in full: of a partial one the last possible day that is not in the future."""
        return self.day_by(date.today())

    def day_by(self, today: date) -> date:
        """As `day`, for another `today`; a date that lies in the future altogether stays there."""
        last = _last_day(self.as_of)
        return today if last > today and today.isoformat().startswith(self.as_of) else last


def _last_day(as_of: str) -> date:
    year, month, day = (*map(int, as_of.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


class Checked(Strict):
    """Who checked a fact, and when; both empty until a real person did."""

    checked_on: Annotated[date | None, Optional_] = None
    checked_by: Annotated[str | None, Optional_] = None
    heard: Annotated[Text | None, Optional_] = None  # a note for editors; people never see it


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
    related: list[Id] = Field(default_factory=list, max_length=3)
    sources: list[Source] = Field(default_factory=list)


class DestinationFacts(Strict):
    likely: bool = False


class Phone(Checked):
    """A number, where it can be dialled from, when it is open, what it costs to call.

    Somebody may have dialled only one of several; the help desk counts as checked when all are.
    """

    number: Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 -]*$")]
    service: Literal["police", "ambulance", "fire"] | None = None
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


class Fee(Checked):
    """One published or surveyed amount. `amount` is in whole units of `currency` (BDT: taka)."""

    id: Id
    kind: Literal["ceiling", "zero_cost", "paid", "official_price"]
    workers: Literal["everyone", "men", "women", "women_domestic", "domestic", "garment", "factory", "interns"] = (
        "everyone"
    )
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
