"""Who speaks: the person in danger, or somebody at home. A mistake costs a tap, so most must be right."""

import pytest
from hypothesis import given, settings

from bot.language.kin import relatives
from bot.language.speaker import goes_on, speaks_of_another

from .writing import ANY_TEXT


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("my brother is held in libya, they want 10 lakh", "ransom"),
        ("amar vai libya te atka, 10 lakh taka chay", "ransom"),
        ("আমার ভাইরে লিবিয়ায় আটকায়া রাখছে ১০ লাখ টাকা চায়", "ransom"),
        ("they call me every day and say pay or they kill him", "ransom"),
        ("they sent me a torture video of my husband", "ransom"),
        ("আমি দেশে আছি, আমার স্বামীকে লিবিয়ায় মাফিয়া ধরছে", "ransom"),
        ("ora amar chele ke mere felbe taka na dile", "ransom"),
        ("mafia has my son", "ransom"),
        ("amar bon ke saudi te mare malik", "violence"),
        ("my sister is beaten by her employer in riyadh", "violence"),
        ("আমার ছেলে দুবাই জেলে", "detained"),
        ("amar shami ke police dhorse malaysia te", "detained"),
        ("amar vaiyer beton dey na 4 mas", "no_pay"),
        ("amar husband er passport niye nise", "passport_taken"),
        ("locked my sister in the house", "locked_in"),
        ("আমার ভাই মরতে চায়", "wish_to_die"),
        ("my sister says she wants to die", "wish_to_die"),
        ("আমার চাচাতো ভাই জিম্মি, টাকা দাবি করে", "ransom"),
        ("thirteen lakh given and my son is still with them, asking more", "ransom"),
        ("money sent to dalal, brother still in their hands", "ransom"),
        ("cheleta greece e detention e ase 2 mas", "detained"),
        ("cousin in lock up in delhi", "detained"),
        ("my husband's passport was seized by his company in qatar", "passport_taken"),
        ("jamai er beton bondho 5 mas", "no_pay"),
        ("my sister gets hit by her employer in jordan", "violence"),
        ("he has been kidnapped in libya", "ransom"),
        ("she is locked in a house in riyadh", "locked_in"),
        ("amader vai ke libya te atke rakhse", "ransom"),
        ("vaire taka na dile mere felbe", "ransom"),
        ("vai ke phone dile dhore na, libya te atka", "ransom"),
        ("they took her passport", "passport_taken"),
        ("or beton dey na 3 mas", "no_pay"),
        ("বোনটারে সৌদির বাসায় আটকায়া রাখছে, ছাড়ে না", "locked_in"),
    ],
)
def test_somebody_at_home_writes_about_a_relative(text: str, situation: str) -> None:
    assert speaks_of_another(text, situation)


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("they took my passport", "passport_taken"),
        ("আমার পাসপোর্ট মালিকের কাছে", "passport_taken"),
        ("i am locked in please tell my brother", "locked_in"),
        ("ভাই আমাকে আটকে রাখছে", "locked_in"),
        ("vai amake bachan ghore atke rakhse", "locked_in"),
        ("they keep me and ask money from my family", "ransom"),
        ("ami libya te atka, amar vai er kase taka chay", "ransom"),
        ("my husband beats me", "violence"),
        ("amar shami amake mare", "violence"),
        ("আমার স্বামী আমাকে মারে", "violence"),
        ("amare police dhorse amar vai jane na", "detained"),
        ("bhai beton dey na 3 mas", "no_pay"),
        ("ভাই বেতন দেয় না", "no_pay"),
        ("my wife left me i want to die", "wish_to_die"),
        ("ami morte chai amar meye jane na", "wish_to_die"),
        ("malik mare", "violence"),
        ("passport oder kache ami kothao jaite pari na", "passport_taken"),
        ("cant escape from here", "locked_in"),
        ("গায়ে হাত দেয়, না করলে মারে", "sexual_violence"),
        ("boss keeps all workers passports in his drawer", "passport_taken"),
        ("broker says passport is lost but he is hiding it", "passport_taken"),
        ("they tell me to ask my father for money or electric shock", "ransom"),
        ("mafia calls my mother every day for money or they kill me", "ransom"),
        ("They take our passport", "passport_taken"),
        ("boss take passport and no salary", "passport_taken"),
        ("oke bhai passport niye gese malik", "passport_taken"),
        ("he has locked the door i cannot leave", "locked_in"),
        ("he was drunk and raped me", "sexual_violence"),
        ("he was drunk and touched", "sexual_violence"),
        ("লোকটা দরজা বন্ধ করে রাখছে, বের হতে দেয় না", "locked_in"),
        ("amader atke rakhse libya te, abbare phone diya 10 lakh chay", "ransom"),
        ("আমাদের আটকে রাখছে, আমার মাকে ফোন দিয়ে টাকা চায়", "ransom"),
        ("abba ke phone diya 10 lakh chay", "ransom"),
        ("we are held in libya, my brother must pay", "ransom"),
        ("", ""),
    ],
)
def test_the_person_in_danger_writes(text: str, situation: str) -> None:
    assert not speaks_of_another(text, situation)


# Three ways to write each: Bangla, Banglish, English (a sister's husband has no short name there).
RELATIVES = (
    ("ভাই", "bhai", "brother"),
    ("বোন", "bon", "sister"),
    ("ছেলে", "chele", "son"),
    ("মেয়ে", "meye", "daughter"),
    ("স্বামী", "shami", "husband"),
    ("জামাই", "jamai", "husband"),
    ("বউ", "bou", "wife"),
    ("বাবা", "baba", "father"),
    ("আব্বা", "abba", "dad"),
    ("মা", "ma", "mother"),
    ("আম্মা", "amma", "mom"),
    ("চাচা", "chacha", "uncle"),
    ("কাকা", "kaka", "uncle"),
    ("মামা", "mama", "uncle"),
    ("খালা", "khala", "aunt"),
    ("বন্ধু", "bondhu", "friend"),
    ("শালা", "shala", "cousin"),
    ("শালী", "shali", "cousin"),
    ("দুলাভাই", "dulabhai", "neighbour"),
    ("ভাবি", "bhabi", "relative"),
    ("ভাতিজা", "bhatija", "nephew"),
    ("ভাগ্নি", "bhagni", "niece"),
)
# What is said about a relative, who has no "to" after the name, and about oneself beside a relative.
ABOUT_A_RELATIVE = (
    ("আমার {} রিয়াদে আছে, মালিক মারে", "violence"),
    ("আমার {} কাতার থাকে, কফিল অনেক মারে", "violence"),
    ("আমার {}কে মালিক মারে", "violence"),
    ("আমার ছোট {} জর্ডানে, ম্যাডাম মারে", "violence"),
    ("আমার {} লিবিয়ায় আটকা, খাইতে দেয় না", "locked_in"),
    ("আমার {} ওমানে, বেতন দেয় না ৫ মাস", "no_pay"),
    ("amar {} riyadh e malik mare", "violence"),
    ("amar {} saudi te ase, kofil mare", "violence"),
    ("amr {} malaysia kaj kore, boss khub mare", "violence"),
    ("amar {}re malik mare", "violence"),
    ("amar {} ke madam mare", "violence"),
    ("amar {} er malik mare", "violence"),
    ("amar {} libya te atka, khaite dey na", "locked_in"),
    ("amar {} malaysia te, police dhorse", "detained"),
    ("my {} in qatar boss beats", "violence"),
    ("my {} works in jordan, madam hits", "violence"),
    ("my {} is stuck in libya, no food", "locked_in"),
    ("my {} in oman no salary 5 months", "no_pay"),
)
ABOUT_ONESELF = (
    ("আমার {} এর সাথে থাকি, মালিক আমারে মারে", "violence"),
    ("আমার {} জানে না, মালিক মারে", "violence"),
    ("আমার {} দেশে, মালিক মারে", "violence"),
    ("আমার {} মারা গেছে, মালিক পাসপোর্ট নিয়ে গেছে", "passport_taken"),
    ("amar {} amake mare", "violence"),
    ("amar {} er sathe thaki, malik amare mare", "violence"),
    ("amar {} er sathe thaki, malik mare", "violence"),
    ("amar {} ke niye malik amake mare", "violence"),
    ("amar {} jane na, malik mare", "violence"),
    ("amar {} deshe, malik mare", "violence"),
    ("ami saudi te, amar {} dubai te, malik mare", "violence"),
    ("amar {} amar passport niye gese", "passport_taken"),
    ("my {} told me to come, boss beats me", "violence"),
    ("my {} does not know, boss beats", "violence"),
    ("my {} lives in dhaka, boss beats me", "violence"),
    ("my {} beats me", "violence"),
)


def _of(sentence: str, names: tuple[str, str, str]) -> str:
    way = 0 if not sentence.isascii() else 2 if sentence.startswith("my") else 1
    return sentence.format(names[way])


@pytest.mark.parametrize("names", RELATIVES, ids=lambda names: str(names[1]))
@pytest.mark.parametrize(("sentence", "situation"), ABOUT_A_RELATIVE)
def test_whoever_the_relative_is_the_family_speaks(
    sentence: str, situation: str, names: tuple[str, str, str]
) -> None:
    if sentence == "amar {}re malik mare" and names[1] in ("ma", "mama"):
        return  # "mare" and "mamare" are what he does
    assert speaks_of_another(_of(sentence, names), situation)


@pytest.mark.parametrize("names", RELATIVES, ids=lambda names: str(names[1]))
@pytest.mark.parametrize(("sentence", "situation"), ABOUT_ONESELF)
def test_whoever_else_is_named_the_person_in_danger_speaks(
    sentence: str, situation: str, names: tuple[str, str, str]
) -> None:
    assert not speaks_of_another(_of(sentence, names), situation)


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("they make us work 18 hours", "locked_in"),
        ("they make work, boss keeps passport", "passport_taken"),
        ("amar bon ekhane amar sathe, malik mare", "violence"),
        ("amar shami mare", "violence"),
        ("my husband in saudi beats", "violence"),
        ("help my husband beats", "violence"),
        ("amar mama passport niye gese", "passport_taken"),
        ("amar malik amare mare", "violence"),
        ("malik amar bhai er moto, kintu mare", "violence"),
    ],
)
def test_who_only_sounds_like_somebody_else_speaks_of_themselves(text: str, situation: str) -> None:
    assert not speaks_of_another(text, situation)


@pytest.mark.parametrize(
    "text", ["passport o niye gese", "beton dey na", "they took the passport", "খাইতে দেয় না"]
)
def test_a_sentence_without_a_person_can_go_on_about_a_relative(text: str) -> None:
    assert goes_on(text, "passport_taken")


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("amar malik mare", "violence"),
        ("they took my passport", "passport_taken"),
        ("i am locked in", "locked_in"),
        ("আমি বের হইতে পারি না", "locked_in"),
        ("ber hoite pari na", "locked_in"),
        ("more jete iccha kore", "wish_to_die"),
    ],
)
def test_who_speaks_of_themselves_goes_on_about_nobody_else(text: str, situation: str) -> None:
    assert not goes_on(text, situation)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("amar bhaier", "my brothers"),
        ("আমার মেয়েকে", "amar meye"),
        ("amar abbare", "my father"),
        ("amma", "আমার মা"),
        ("shami", "my husband"),
    ],
)
def test_one_relative_is_known_by_many_names(text: str, other: str) -> None:
    assert relatives(text.split()) & relatives(other.split())


def test_two_relatives_are_two() -> None:
    assert not relatives(["bhai"]) & relatives(["bon"])
    assert not relatives(["kaj", "libya"])


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_read(text: str) -> None:
    assert speaks_of_another(text, "ransom") in (True, False)
