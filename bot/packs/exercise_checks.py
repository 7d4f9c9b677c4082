"""Checks of checks, quizzes and checklists: ids that exist, results within reach, texts that fit a screen."""

from collections.abc import Iterator

from bot.packs.exercises import BEFORE, MOST_STEPS, CheckFacts, QuizFacts, ResultFacts, StoryFacts, StoryWords
from bot.packs.identifiers import known_related, same_ids
from bot.packs.names import FindingName
from bot.packs.packs import Packs, Words
from bot.packs.reading import Reader
from bot.packs.source import Path_

LONGEST_STORY = 300  # letters; with its answers it must fit one screen and a half
LONGEST_ANSWER = 60
LONGEST_EXPLANATION = 200
LONGEST_ITEM = 60
MOST_ANSWERS = 4

Said = tuple[Path_, FindingName, str, str]


def check_exercises(reader: Reader, packs: Packs) -> None:
    """The facts of checks, quizzes and checklists."""
    for name, check in packs.checks.items():
        file = f"facts/checks/{name}.yaml"
        for question, facts in check.questions.items():
            known_related(reader, packs, file, ("questions", question, "related"), facts.related)
        for result, result_facts in check.results.items():
            known_related(reader, packs, file, ("results", result, "related"), result_facts.related)
        for path, kind, seen, todo in _results(check):
            reader.add(file, path, kind, seen, todo)
    for name, quiz in packs.quizzes.items():
        file = f"facts/quizzes/{name}.yaml"
        for story, story_facts in quiz.stories.items():
            known_related(reader, packs, file, ("stories", story, "related"), story_facts.related)
        for path, kind, seen, todo in _stories(quiz):
            reader.add(file, path, kind, seen, todo)
    for name, checklist in packs.checklists.items():
        file = f"facts/checklists/{name}.yaml"
        known_related(reader, packs, file, ("related",), checklist.related)
        for index, item in enumerate(checklist.items):
            if item in checklist.items[:index]:
                seen = f'"{item}" stands in the list twice.'
                reader.add(file, ("items", index), "id-clash", seen, "Remove one of the two.")


def _results(check: CheckFacts) -> Iterator[Said]:
    """Results that no answers lead to, and answers that lead to no result."""
    most: dict[str, int] = {}
    for facts in check.questions.values():
        most[facts.part] = most.get(facts.part, 0) + facts.weight
    graver: list[ResultFacts] = []
    for name, result in check.results.items():
        path: Path_ = ("results", name)
        for part, least in result.needs.items():
            where = (*path, "needs", part)
            if part not in most:
                yield (
                    where,
                    "unknown-id",
                    f'No question counts for "{part}".',
                    "Write the part: of a question.",
                )
            elif least > most[part]:
                seen = f"{part} never gets beyond {most[part]}, and this result needs {least}."
                yield where, "unreachable-result", seen, "Ask for less, or give its questions more weight."
        if any(_fits_too(result, other) for other in graver):
            seen = "Whatever fits this result also fits one above it, which is shown then."
            yield path, "unreachable-result", seen, "Let results stand from the gravest to the mildest."
        graver.append(result)
    if graver[-1].needs:
        seen = "The last result needs something, so some answers lead to no result."
        yield ("results", name), "no-result", seen, "Let the last result need nothing: {}"


def _fits_too(result: ResultFacts, other: ResultFacts) -> bool:
    return all(result.needs.get(part, 0) >= least for part, least in other.needs.items())


def _stories(quiz: QuizFacts) -> Iterator[Said]:
    if quiz.measure and quiz.measure.story not in quiz.stories:
        seen = f'No story is called "{quiz.measure.story}".'
        yield ("measure", "story"), "unknown-id", seen, "Write one of the stories below."
    elif quiz.measure and len(quiz.steps) > MOST_STEPS:
        seen = f"There are {len(quiz.stories)} stories, one of them asked twice; {MOST_STEPS - 1} fit."
        yield ("stories",), "too-many", seen, "Keep those that matter most."
    for story, facts in quiz.stories.items():
        path: Path_ = ("stories", story)
        if story == BEFORE:
            yield path, "id-clash", f'"{BEFORE}" is a name of the bot itself.', "Give the story another name."
        if facts.right not in facts.answers:
            seen = f'No answer is called "{facts.right}".'
            yield (*path, "right"), "unknown-id", seen, "Write one of the answers below."
        if len(facts.answers) > MOST_ANSWERS:
            seen = f"There are {len(facts.answers)} answers; {MOST_ANSWERS} fit."
            yield (*path, "answers"), "quiz-limits", seen, "Keep two to four."


def check_exercise_words(reader: Reader, code: str, words: Words, packs: Packs) -> None:
    """The words of one language against the facts of checks, quizzes and checklists."""
    for name, check in words.checks.items():
        if name in packs.checks:
            file, facts = f"{code}/checks/{name}.yaml", packs.checks[name]
            same_ids(reader, file, check.questions, facts.questions, ("questions",))
            same_ids(reader, file, check.results, facts.results, ("results",))
    for name, quiz in words.quizzes.items():
        file = f"{code}/quizzes/{name}.yaml"
        if name in packs.quizzes:
            stories = packs.quizzes[name].stories
            same_ids(reader, file, quiz.stories, stories, ("stories",))
            for story in quiz.stories.keys() & stories.keys():
                _answers(reader, file, story, quiz.stories[story], stories[story])
        for story, said in quiz.stories.items():
            for path, kind, seen, todo in _limits(("stories", story), said):
                reader.add(file, path, kind, seen, todo)
    for name, checklist in words.checklists.items():
        file = f"{code}/checklists/{name}.yaml"
        if name in packs.checklists:
            same_ids(reader, file, checklist.items, packs.checklists[name].items, ("items",))
        for item, text in checklist.items.items():
            if len(text) > LONGEST_ITEM:
                seen = f"{item} has {len(text)} letters; {LONGEST_ITEM} fit a list that is ticked."
                reader.add(file, ("items", item), "quiz-limits", seen, "Say it shorter.")


def _answers(reader: Reader, file: str, story: str, words: StoryWords, facts: StoryFacts) -> None:
    same_ids(reader, file, words.answers, facts.answers, ("stories", story, "answers"))


def _limits(path: Path_, words: StoryWords) -> Iterator[Said]:
    """What would not fit a small screen together."""
    measured = [((*path, "story"), words.story, LONGEST_STORY)]
    for answer, said in words.answers.items():
        measured.append(((*path, "answers", answer, "label"), said.label, LONGEST_ANSWER))
        measured.append(((*path, "answers", answer, "why"), said.why, LONGEST_EXPLANATION))
    for where, text, most in measured:
        if len(text) > most:
            seen = f"{where[-1]} has {len(text)} letters; in a quiz {most} fit."
            yield where, "quiz-limits", seen, "Say it shorter."
