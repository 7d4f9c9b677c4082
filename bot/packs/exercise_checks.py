"""Checks of checks and quizzes: answers that exist, results within reach, Telegram's limits for a quiz."""

from collections.abc import Iterator

from bot.packs.exercises import QuizWords, StoryFacts, StoryWords
from bot.packs.identifiers import known, same_ids
from bot.packs.names import FindingName
from bot.packs.packs import Packs, Words
from bot.packs.reading import Reader
from bot.packs.source import Path_

# https://core.telegram.org/bots/api#sendpoll
LONGEST_QUESTION = 300
LONGEST_ANSWER = 100
LONGEST_EXPLANATION = 200
MOST_LINES = 3
MOST_ANSWERS = 12

Said = tuple[Path_, FindingName, str, str]


def check_exercises(reader: Reader, packs: Packs) -> None:
    """The facts of checks and quizzes."""
    for name, check in packs.checks.items():
        file = f"facts/checks/{name}.yaml"
        for question, facts in check.questions.items():
            _related(reader, packs, file, ("questions", question, "related"), facts.related)
        grades, most = check.grades, sum(facts.weight for facts in check.questions.values())
        if not grades.low < grades.medium < grades.high <= most:
            seen = f"Sums go from 0 to {most}; results begin at {grades.low}, {grades.medium}, {grades.high}."
            todo = (
                "Let each result begin above the one before, and the highest at a sum that answers can have."
            )
            reader.add(file, ("grades",), "unreachable-result", seen, todo)
    for name, quiz in packs.quizzes.items():
        file = f"facts/quizzes/{name}.yaml"
        for story, story_facts in quiz.stories.items():
            path = ("stories", story)
            _related(reader, packs, file, (*path, "related"), story_facts.related)
            if story_facts.right not in story_facts.answers:
                seen = f'No answer is called "{story_facts.right}".'
                reader.add(file, (*path, "right"), "unknown-id", seen, "Write one of the answers below.")
            if len(story_facts.answers) > MOST_ANSWERS:
                seen = f"There are {len(story_facts.answers)} answers; Telegram shows {MOST_ANSWERS}."
                reader.add(file, (*path, "answers"), "quiz-limits", seen, "Keep two to four.")


def check_exercise_words(reader: Reader, code: str, words: Words, packs: Packs) -> None:
    """The words of one language against the facts of checks and quizzes."""
    for name, check in words.checks.items():
        if name in packs.checks:
            file, said = f"{code}/checks/{name}.yaml", check.questions
            same_ids(reader, file, said, packs.checks[name].questions, ("questions",))
    for name, quiz in words.quizzes.items():
        file = f"{code}/quizzes/{name}.yaml"
        if name in packs.quizzes:
            stories = packs.quizzes[name].stories
            same_ids(reader, file, quiz.stories, stories, ("stories",))
            for story in quiz.stories.keys() & stories.keys():
                _answers(reader, file, story, quiz.stories[story], stories[story])
        for path, kind, seen, todo in _limits(quiz):
            reader.add(file, path, kind, seen, todo)


def _answers(reader: Reader, file: str, story: str, words: StoryWords, facts: StoryFacts) -> None:
    same_ids(reader, file, words.answers, facts.answers, ("stories", story, "answers"))


def _limits(quiz: QuizWords) -> Iterator[Said]:
    """What Telegram would refuse."""
    for story, words in quiz.stories.items():
        path: Path_ = ("stories", story)
        measured = [((*path, "story"), words.story, LONGEST_QUESTION)]
        for answer, said in words.answers.items():
            measured.append(((*path, "answers", answer, "label"), said.label, LONGEST_ANSWER))
            measured.append(((*path, "answers", answer, "why"), said.why, LONGEST_EXPLANATION))
        for where, text, most in measured:
            if len(text) > most:
                seen = f"{where[-1]} has {len(text)} letters; in a quiz Telegram shows {most}."
                yield where, "quiz-limits", seen, "Say it shorter."
            elif where[-1] == "why" and text.count("\n") >= MOST_LINES:
                seen = f"why has {text.count(chr(10)) + 1} lines; in a quiz Telegram shows {MOST_LINES}."
                yield where, "quiz-limits", seen, "Put it on fewer lines."


def _related(reader: Reader, packs: Packs, file: str, path: Path_, topics: list[str]) -> None:
    if reader.whole("facts/topics.yaml"):
        known(reader, file, path, topics, packs.topics)
