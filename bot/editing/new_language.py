"""`content new-language`: a folder like the English one, keys and comments there, all texts to be written."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from bot.editing.files import Refused, text_of
from bot.editing.scaffolding import Scaffold
from bot.editing.unwriting import unwritten_copy
from bot.language.scripts import LETTERS
from bot.packs.source import Path_

_ENTRY = """\
{code}:
  name: {name}
  locale: {locale}
  script: {script}
  offered: no
  reviewers: []
"""
# Ten thousand words that only help understanding, and a page that editors can read in another language.
OPTIONAL = ("word_groups.yaml", "preview.yaml")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def new_language(
    folder: Path, code: str, *, name: str | None = None, locale: str | None = None, script: str | None = None
) -> Scaffold:
    """Everything a language needs, ready to be written; what is not given comes from CLDR."""
    known = _locale(code, locale)
    name = name or known.get_language_name(known)
    if not name:
        raise Refused(f'CLDR has no name for "{code}". Add --name with its own name for itself.')
    script = script or _script(known)
    if script not in LETTERS:
        raise Refused(
            f'"{script}" is not a script the bot knows. Add --script, one of: {", ".join(LETTERS)}.'
        )
    scaffold = Scaffold(folder)
    pattern = "en" if "en" in scaffold.languages() else next(iter(scaffold.languages()), None)
    if pattern is None or pattern == code:
        raise Refused("languages.yaml names no other language whose files could be followed.")
    scaffold.add(
        "languages.yaml",
        code,
        _ENTRY.format(code=code, name=name, locale=known, script=script),
        f"Is {name} its own name for itself, and are figures and dates written as in {known}? "
        "While `offered: no` stands here, nobody is offered it. Remove that line when the check finds "
        "nothing and two people have read every text aloud: put their names under reviewers.",
    )
    for file in sorted((folder / pattern).rglob("*.yaml")):
        inside = file.relative_to(folder / pattern).as_posix()
        if inside in OPTIONAL:
            continue
        copy = unwritten_copy(text_of(file), f"{pattern}/{inside}", _usual(inside, known))
        scaffold.make(f"{code}/{inside}", copy, _todo(inside, name))
    return scaffold


def _locale(code: str, locale: str | None) -> Locale:
    if not _is_code(code):
        names = Locale("en").languages
        meant = [one for one, called in names.items() if called.casefold() == code.casefold()]
        hint = f" Did you mean {meant[0]}?" if meant else ""
        raise Refused(
            f'"{code}" is not the code of a language.{hint} '
            "Write its two or three small letters of ISO 639, such as ne for Nepali."
        )
    if shorter := get_global("language_aliases").get(code):
        raise Refused(f'The usual code of this language is "{shorter}".')
    try:
        if locale:
            return Locale.parse(locale, sep="-" if "-" in locale else "_")
        likely = get_global("likely_subtags").get(code, code).split("_")
        return Locale.parse("_".join((likely[0], *likely[-1:])) if len(likely) > 1 else code)
    except (ValueError, UnknownLocaleError):
        raise Refused(
            f'CLDR knows no locale "{locale or code}". Add --locale with one whose figures and dates are '
            "written in the same way, such as bn_BD; and --name and --script."
        ) from None


def _is_code(code: str) -> bool:
    return code.isascii() and code.isalpha() and code.islower() and len(code) in (2, 3)


def _script(locale: Locale) -> str:
    if locale.script:
        return locale.script
    likely = get_global("likely_subtags").get(locale.language, "").split("_")
    return next((part for part in likely if len(part) == 4), "Latn")


def _usual(inside: str, locale: Locale) -> Mapping[Path_, str]:
    """What CLDR already knows of a file's texts: the names of days and countries."""
    if inside == "ui.yaml":
        return {(day,): locale.days["format"]["wide"][index] for index, day in enumerate(_DAYS)}
    if inside == "destinations.yaml":
        return {(iso2, "name"): name for iso2, name in locale.territories.items() if len(iso2) == 2}
    return {}


def _todo(inside: str, name: str) -> str:
    match PurePosixPath(inside).parts:
        case ("ui.yaml",):
            return f"Write the bot's own words in {name}. Words in {{braces}} stay as they are."
        case ("urgent.yaml",):
            return (
                f"Write the cards, and below phrases how people say it in {name}: 2 to 4 words that matter."
            )
        case ("help_desks.yaml",):
            return "Write the name of each help desk and what it helps with; keep each risk note."
        case ("destinations.yaml",):
            return (
                "Check the names (from CLDR); below aliases other spellings, forms with endings and cities."
            )
        case ("questions", _):
            return f"Write how people who speak {name} say it: a line each, at least 12."
        case _:
            return f"Write each text in {name}; behind ??? stands what the English file says."
