"""Content of many times the size is sound, so that what is measured with it is worth something."""

from tenfold import manyfold

from bot.packs import load_packs


def test_twice_the_content_is_served_and_has_twice_of_everything(lean, tmp_path):
    once, twice = load_packs(lean), load_packs(manyfold(lean, tmp_path / "content", 2))
    for kind in ("topics", "checks", "quizzes", "checklists", "fees"):
        assert _size(getattr(twice, kind)) == 2 * _size(getattr(once, kind)), kind
    for count in (packs_lines, packs_phrases, packs_desks):
        assert count(twice) == 2 * count(once), count.__name__


def packs_lines(packs):
    return sum(map(len, packs.questions().values()))


def packs_phrases(packs):
    return sum(map(len, packs.urgent_phrases().values()))


def packs_desks(packs):
    return sum(map(len, packs.help_desks.values()))


def _size(entries):
    return sum(len(one) if isinstance(one, tuple) else 1 for one in entries.values())
