"""Who speaks: the person in danger, or somebody at home. A mistake costs a tap, so most must be right."""

import pytest
from hypothesis import given, settings

from bot.language.speaker import speaks_of_another

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


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_read(text: str) -> None:
    assert speaks_of_another(text, "ransom") in (True, False)
