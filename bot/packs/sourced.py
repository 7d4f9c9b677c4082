"""What every fact has: a source with its own date, and who checked it."""

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, field_validator


def _empty_is_none(value: Any) -> Any:
    return None if value == "" else value


def _trimmed(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


LONGEST_TEXT = 500  # letters; five of them still fit one message of Telegram's 4096
Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT), BeforeValidator(_trimmed)]
Optional_ = BeforeValidator(_empty_is_none)
AS_OF = re.compile(r"[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


class Strict(BaseModel):
    """A map in which every key is known: a misspelt key is an error, never silence."""

    # Built when something is read: who only shows the packs needs none of it.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


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
