"""The list that `dishari settings` prints."""

import os
from pathlib import Path

from pydantic import SecretStr

from bot.settings import ROOT, Settings, names_in, set_names

MASK = "(set, not shown)"


class Row(dict[str, str]):
    """One setting: name, value (secrets masked), where it comes from, what it is for, its default."""

    def __str__(self) -> str:
        default = f"; default {self['default']}" if self["default"] else ""
        value = self["value"] or "(not set)"
        return f"{self['name']:<20} {value}\n{'':<20} {self['for']} [{self['from']}{default}]"


def described(settings: Settings, env_file: Path = ROOT / ".env") -> list[Row]:
    """Every setting, in the order of the settings page."""
    in_environment = set_names(os.environ)
    in_file = {name.upper() for name in names_in(env_file)}
    rows = []
    for name, field in Settings.model_fields.items():
        variable = name.upper()
        source = "environment" if variable in in_environment else ".env" if variable in in_file else "default"
        row = Row(name=variable, value=_shown(getattr(settings, name)), default=_shown(field.default))
        rows.append(Row({**row, "from": source, "for": field.description or ""}))
    return rows


def _shown(value: object) -> str:
    if isinstance(value, SecretStr):
        return MASK
    if isinstance(value, Path) and value.is_relative_to(ROOT):
        return str(value.relative_to(ROOT))
    return "" if value is None else str(value)
