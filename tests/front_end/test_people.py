"""What people do, through python-telegram-bot and the sandbox, with a stand-in for Rasa."""

import asyncio

import pytest
from rehearsal import Rehearsal, StandIn, rehearsing, text_of

from bot.cards import CardReference
from bot.language.questions import LONGEST

NOT_UNDERSTOOD, MENU, OLD = "not_understood", "menu", "old_button"


def title(rehearsal, name, language="en"):
    return rehearsal.cards.build(CardReference(name), language).title


@pytest.fixture
async def asha(rehearsal):
    """Somebody who reads English and has been welcomed."""
    person = rehearsal.person()
    await rehearsal.arrive(person, "en")
    return person


class TestStarting:
    async def test_the_first_thing_is_the_choice_of_language_in_every_language(self, rehearsal):
        person = rehearsal.person()
        (text,) = await rehearsal.after(person, lambda: person.send_text("/start"))
        for words in rehearsal.cards.packs.languages.values():
            assert words.ui.choose_language in text

    @pytest.mark.parametrize("link", ["/start fb_page", "/start " + "x" * 64, "/start@sandbox_bot ref"])
    async def test_a_deep_link_starts_like_any_other_and_its_payload_goes_nowhere(
        self, link, rehearsal, stand_in
    ):
        person = rehearsal.person()
        (text,) = await rehearsal.after(person, lambda: person.send_text(link))
        assert text.startswith(title(rehearsal, "languages"))
        assert stand_in.said == stand_in.told == []

    async def test_who_comes_back_is_welcomed_in_their_language(self, rehearsal):
        person = rehearsal.person()
        await rehearsal.arrive(person, "bn")
        texts = await rehearsal.after(person, lambda: person.send_text("/start"))
        assert texts[-1].startswith(title(rehearsal, "welcome", "bn"))

    async def test_help_and_menu_stay_below_the_chat(self, asha, rehearsal):
        ui = rehearsal.cards.packs.languages["en"].ui
        labels = [button["text"] for row in asha.chat.reply_keyboard["keyboard"] for button in row]
        assert labels == [ui.help_button, ui.menu_button]

    @pytest.mark.parametrize(
        ("text", "app", "language"),
        [
            pytest.param("বিদেশ যেতে কত টাকা লাগে", "en", "bn", id="Bangla letters under an English app"),
            pytest.param("dalal amar passport niye gese", "en", "bn", id="Banglish under an English app"),
            pytest.param("what does it cost to go abroad", "bn", "en", id="English under a Bangla app"),
            pytest.param("12345", "bn", "bn", id="nothing to tell by, so the app's language"),
            pytest.param("12345", "en-GB", "en", id="an app's language with a country"),
            pytest.param("12345", "fr", "bn", id="an app in a language we do not speak"),
            pytest.param("12345", "", "bn", id="an app that does not say"),
        ],
    )
    async def test_before_a_language_is_chosen_the_answer_comes_in_the_one_they_write(
        self, text, app, language, rehearsal, stand_in
    ):
        stand_in.answers = [CardReference("thanks")]
        person = rehearsal.person(app_language=app)
        texts = await rehearsal.after(person, lambda: person.send_text(text))
        assert texts[-1] == rehearsal.text({"card": "thanks"}, language)

    @pytest.mark.parametrize(
        ("lines", "languages"),
        [
            pytest.param(
                ["dalal 5 lakh taka chaise", "passport", "how much"], ["bn", "bn", "bn"], id="English words"
            ),
            pytest.param(
                ["how much does it cost to go", "taka", "ok bhai"], ["en", "en", "en"], id="Banglish words"
            ),
            pytest.param(
                ["dalal taka chaise amar kache", "what is the difference between smuggling and trafficking"],
                ["bn", "en"],
                id="a whole sentence",
            ),
            pytest.param(
                ["how much does it cost to go", "দালাল আমার কাছে টাকা চায়"],
                ["en", "bn"],
                id="another script",
            ),
        ],
    )
    async def test_the_language_does_not_jump_from_line_to_line(self, lines, languages, rehearsal, stand_in):
        stand_in.answers = [CardReference("thanks")]
        person = rehearsal.person(app_language="fr")
        for line, language in zip(lines, languages, strict=True):
            texts = await rehearsal.after(person, lambda line=line: person.send_text(line))
            titles = {code: rehearsal.text({"card": "thanks"}, code) for code in ("bn", "en")}
            assert texts == [titles[language]]

    async def test_the_language_chosen_counts_however_they_write(self, asha, rehearsal, stand_in):
        stand_in.answers = [CardReference("thanks")]
        texts = await rehearsal.after(asha, lambda: asha.send_text("ধন্যবাদ"))
        assert texts == [rehearsal.text({"card": "thanks"}, "en")]


class TestWriting:
    async def test_a_message_gets_the_cards_that_rasa_names_in_order(self, asha, rehearsal, stand_in):
        stand_in.answers = [CardReference("thanks"), CardReference("menu")]
        texts = await rehearsal.after(asha, lambda: asha.send_text("thank you"))
        assert texts == [rehearsal.text({"card": name}, "en") for name in ("thanks", "menu")]

    async def test_a_corrected_message_is_answered_again(self, asha, rehearsal, stand_in):
        stand_in.answers = [CardReference("thanks")]
        message = asha.send_text("thx")
        await rehearsal.idle()
        texts = await rehearsal.after(asha, lambda: asha.edit(message.id, "thanks a lot"))
        assert stand_in.said == ["thx", "thanks a lot"]
        assert texts == [rehearsal.text({"card": "thanks"}, "en")]

    async def test_of_a_very_long_message_the_beginning_is_read(self, asha, rehearsal, stand_in):
        stand_in.answers = [CardReference("thanks")]
        await rehearsal.after(asha, lambda: asha.send_text("first " + "cost " * 800))
        (said,) = stand_in.said
        assert said.startswith("first cost")
        assert len(said) <= LONGEST

    async def test_a_message_beyond_telegrams_limit_comes_in_parts_and_each_is_answered(
        self, asha, rehearsal, stand_in
    ):
        stand_in.answers = [CardReference("thanks")]
        texts = await rehearsal.after(asha, lambda: asha.send_text("cost " * 2000))
        assert len(texts) == len(stand_in.said) >= 2

    @pytest.mark.parametrize(
        "text", ["/restart", '/greet{"country": "SA"}', "/slap all", "//", "/help_me now"]
    )
    async def test_a_command_that_is_none_reaches_rasa_as_plain_words_only(
        self, text, asha, rehearsal, stand_in
    ):
        stand_in.answers = [CardReference("not_understood")]
        texts = await rehearsal.after(asha, lambda: asha.send_text(text))
        assert texts == [rehearsal.text({"card": "not_understood"}, "en")]
        assert not any(said.startswith("/") for said in stand_in.said)
        assert stand_in.told == []

    @pytest.mark.parametrize("text", ["👍", "???", "…", "\u200b\u200b?"])
    async def test_signs_without_words_are_not_understood_even_while_rasa_is_away(
        self, text, asha, rehearsal, stand_in
    ):
        stand_in.down = True
        texts = await rehearsal.after(asha, lambda: asha.send_text(text))
        assert texts == [rehearsal.text({"card": NOT_UNDERSTOOD}, "en")]

    @pytest.mark.parametrize(
        "text", ["<b>hello</b>", "a & b < c", "{country}", "%s %d", "'; drop table people; --"]
    )
    async def test_signs_of_other_languages_do_no_harm(self, text, asha, rehearsal, stand_in):
        stand_in.answers = [CardReference("thanks")]
        assert await rehearsal.after(asha, lambda: asha.send_text(text)) == [
            rehearsal.text({"card": "thanks"}, "en")
        ]

    @pytest.mark.parametrize("command", ["menu", "help", "language", "privacy", "forget"])
    async def test_commands_are_served_without_rasa(self, command, asha, rehearsal, stand_in):
        stand_in.down = True
        texts = await rehearsal.after(asha, lambda: asha.send_text(f"/{command}"))
        assert texts == [rehearsal.text({"card": {"language": "languages"}.get(command, command)}, "en")]
        assert stand_in.said == []

    async def test_the_fixed_buttons_are_served_without_rasa_in_every_language(
        self, asha, rehearsal, stand_in
    ):
        stand_in.down = True
        for words in rehearsal.cards.packs.languages.values():
            texts = await rehearsal.after(asha, lambda words=words: asha.send_text(words.ui.help_button))
            assert texts == [rehearsal.text({"card": "help"}, "en")]

    @pytest.mark.parametrize("kind", ["voice", "sticker", "photo", "contact"])
    async def test_what_cannot_be_read_gets_an_honest_answer(self, kind, asha, rehearsal, stand_in):
        texts = await rehearsal.after(asha, getattr(asha, f"send_{kind}"))
        assert texts == [rehearsal.text({"card": "only_text"}, "en")]
        assert stand_in.said == []

    async def test_the_button_that_sends_the_place_goes_when_it_was_used(self, asha, rehearsal, stand_in):
        stand_in.down = True
        await rehearsal.after(asha, lambda: asha.send_text("my boss beats me"))
        await rehearsal.after(asha, lambda: asha.tap(data="s:share_location"))
        labels = [button["text"] for row in asha.chat.reply_keyboard["keyboard"] for button in row]
        assert any("Send my location" in label for label in labels)
        await rehearsal.after(asha, lambda: asha.send_location(24.71, 46.67))
        ui = rehearsal.cards.packs.languages["en"].ui
        labels = [button["text"] for row in asha.chat.reply_keyboard["keyboard"] for button in row]
        assert labels == [ui.help_button, ui.menu_button]

    async def test_a_place_is_not_passed_on(self, asha, rehearsal, stand_in):
        texts = await rehearsal.after(asha, lambda: asha.send_location(24.71, 46.67))
        let_go = rehearsal.text({"card": "let_go"}, "en")
        assert texts == [let_go, rehearsal.text({"card": "location", "country": "SA"}, "en")]
        assert stand_in.said == stand_in.told == []

    async def test_the_button_that_sends_a_place_comes_when_it_is_asked_for(self, asha, rehearsal):
        last = asha.replies[-1].id
        await rehearsal.after(asha, lambda: asha.tap(data="s:share_location", message_id=last, anyway=True))
        (place,), fixed = asha.chat.reply_keyboard["keyboard"]
        assert place["request_location"] is True
        assert [button["text"] for button in fixed] == ["Get help", "Menu"]

    async def test_a_place_is_kept_nowhere_and_in_no_line_of_the_log(self, asha, rehearsal, tmp_path, caplog):
        await rehearsal.after(asha, lambda: asha.send_location(44.8125, 20.4612))
        kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
        for trace in ("44.81", "20.46", "RS"):
            assert trace not in caplog.text
        assert b"44.81" not in kept
        assert b"20.46" not in kept


class TestTapping:
    async def test_every_tap_stops_the_spinner(self, asha, rehearsal):
        for data in ("s:menu", "s:help", "l:en", "f:", "t:help_contacts:help;c=SA", "nonsense"):
            answered = len(asha.chat.answers)
            last = asha.replies[-1].id
            await rehearsal.after(
                asha, lambda data=data, last=last: asha.tap(data=data, message_id=last, anyway=True)
            )
            assert len(asha.chat.answers) == answered + 1, data

    @pytest.mark.parametrize(
        "data", ["x", "s:", "s:no_such_card", "l:xx", "menu_3", "s:help;c=;", "t:/restart:help"]
    )
    async def test_a_button_of_another_release_leads_to_the_menu_and_says_so(self, data, asha, rehearsal):
        texts = await rehearsal.after(
            asha, lambda: asha.tap(data=data, message_id=asha.replies[-1].id, anyway=True)
        )
        assert texts == [rehearsal.text({"card": OLD}, "en")]

    async def test_a_double_tap_does_no_harm(self, asha, rehearsal):
        message = asha.replies[-1].id

        def twice():
            asha.tap(data="s:help", message_id=message)
            asha.tap(data="s:help", message_id=message)

        assert await rehearsal.after(asha, twice) == [rehearsal.text({"card": "help"}, "en")] * 2

    async def test_a_double_tap_on_the_next_page_changes_the_message_once(self, asha, rehearsal):
        newest = asha.replies[-1].id
        await rehearsal.after(
            asha, lambda: asha.tap(data="s:migration_steps", message_id=newest, anyway=True)
        )
        message = asha.replies[-1]

        def twice():
            for _ in range(2):
                asha.tap(data="p:migration_steps;p=1", message_id=message.id, anyway=True)

        assert await rehearsal.after(asha, twice) == []
        assert message.text == rehearsal.text({"card": "migration_steps", "page": 1}, "en")

    async def test_a_page_whose_message_cannot_be_changed_comes_as_a_new_one(self, asha, rehearsal):
        message = asha.replies[-1].id
        rehearsal.sandbox.faults.add(
            "error", "editMessageText", code=400, description="Bad Request: message can't be edited"
        )
        tap = {"data": "p:migration_steps;p=1", "message_id": message, "anyway": True}
        texts = await rehearsal.after(asha, lambda: asha.tap(**tap))
        assert texts == [rehearsal.text({"card": "migration_steps", "page": 1}, "en")]

    async def test_a_tap_that_tells_shows_its_card_even_while_rasa_is_away(self, asha, rehearsal, stand_in):
        stand_in.down = True
        tap = {"data": "t:help_contacts:help;c=SA", "message_id": asha.replies[-1].id, "anyway": True}
        texts = await rehearsal.after(asha, lambda: asha.tap(**tap))
        assert texts == [rehearsal.text({"card": "help", "country": "SA"}, "en")]
        assert stand_in.told == [("help_contacts", {"country": "SA"})]

    async def test_a_number_can_be_saved_as_a_contact(self, asha, rehearsal):
        tap = {
            "data": "s:contact;c=BD;d=bd_probash_bandhu",
            "message_id": asha.replies[-1].id,
            "anyway": True,
        }
        await rehearsal.after(asha, lambda: asha.tap(**tap))
        assert asha.replies[-1].content["contact"]["phone_number"].replace("+", "") == "8809610102030"


class TestLeaving:
    async def test_who_blocks_the_bot_is_forgotten(self, rehearsal, stand_in, asha):
        await rehearsal.after(asha, asha.block)
        assert len(stand_in.forgotten) == 1
        asha.unblock()
        texts = await rehearsal.after(asha, lambda: asha.send_text("/start"))
        assert texts[0].startswith(title(rehearsal, "languages"))

    async def test_who_blocked_it_while_an_answer_was_on_its_way_is_forgotten(
        self, rehearsal, stand_in, asha
    ):
        rehearsal.sandbox.faults.add(
            "error", "sendMessage", code=403, description="Forbidden: bot was blocked by the user"
        )
        assert await rehearsal.after(asha, lambda: asha.send_text("/menu")) == []
        assert len(stand_in.forgotten) == 1

    async def test_forgetting_asks_first_and_then_forgets_bot_and_rasa(self, asha, rehearsal, stand_in):
        await rehearsal.after(asha, lambda: asha.send_text("/forget"))
        assert stand_in.forgotten == []
        texts = await rehearsal.after(asha, lambda: asha.tap(data="f:"))
        assert texts == [rehearsal.text({"card": "forgotten"}, "en")]
        assert len(stand_in.forgotten) == 1
        texts = await rehearsal.after(asha, lambda: asha.send_text("/start"))
        assert texts[0].startswith(title(rehearsal, "languages"))

    async def test_while_rasa_is_away_it_says_honestly_that_a_part_goes_later(
        self, asha, rehearsal, stand_in
    ):
        stand_in.down = True
        texts = await rehearsal.after(
            asha, lambda: asha.tap(data="f:", message_id=asha.replies[-1].id, anyway=True)
        )
        assert texts == [rehearsal.text({"card": "forgotten_soon"}, "en")]


class TestGroups:
    def group(self, person, **more):
        chat = {"id": -100123, "type": "supergroup", "title": "Friends"}
        return {"chat": chat, "from": person.chat.person.as_user(), "date": 1_700_000_000, **more}

    @pytest.mark.parametrize("text", ["/start", "/help", "they took my passport", "hello"])
    async def test_a_group_gets_no_answer_because_others_would_read_it(self, text, asha, rehearsal, stand_in):
        calls = len(rehearsal.sandbox.calls)
        message = self.group(asha, message_id=1, text=text)
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        rehearsal.sandbox.world.updates.add("message", message, 3600)
        await rehearsal.idle()
        sent = [call for call in list(rehearsal.sandbox.calls)[calls:] if "send" in call.method.lower()]
        assert (sent, stand_in.said) == ([], [])

    async def test_who_removes_the_bot_from_a_group_keeps_their_language(self, asha, rehearsal, stand_in):
        bot = rehearsal.sandbox.world.bot_user()
        change = self.group(
            asha,
            old_chat_member={"user": bot, "status": "member"},
            new_chat_member={"user": bot, "status": "kicked", "until_date": 0},
        )
        rehearsal.sandbox.world.updates.add("my_chat_member", change, 3600)
        await rehearsal.idle()
        assert stand_in.forgotten == []


class SlowFor(StandIn):
    """A Dialogue that keeps one text waiting until it is let go."""

    def __init__(self, slow: str) -> None:
        super().__init__()
        self.slow = slow
        self.let_go = asyncio.Event()
        self.answers = [CardReference("thanks")]

    async def say(self, sender: str, text: str) -> list[CardReference]:
        if text == self.slow:
            await self.let_go.wait()
        return await super().say(sender, text)


class TestManyPeople:
    async def test_one_persons_slow_answer_does_not_hold_up_another_and_keeps_their_own_order(
        self, packs, tmp_path
    ):
        dialogue = SlowFor("slow")
        async with rehearsing(packs, dialogue, tmp_path) as rehearsal:
            rahim, karim = rehearsal.person("Rahim"), rehearsal.person("Karim")
            await rehearsal.arrive(rahim, "en")
            await rehearsal.arrive(karim, "en")
            before = len(rahim.replies)
            thanks = rehearsal.text({"card": "thanks"}, "en")
            try:
                for text in ("slow", "second", "third"):
                    rahim.send_text(text)
                karim.send_text("quick")
                await karim.wait_until(lambda: karim.replies[-1].text == thanks, 2)
                assert len(rahim.replies) == before
            finally:
                dialogue.let_go.set()
            await rehearsal.idle()
            assert dialogue.said == ["quick", "slow", "second", "third"]
            assert [text_of(message) for message in rahim.replies[before:]] == [thanks] * 3

    async def test_of_fifty_people_who_write_at_once_everybody_is_answered_and_nobody_with_anothers_card(
        self, rehearsal: Rehearsal, stand_in
    ):
        stand_in.answers = [CardReference("thanks")]
        people = [rehearsal.person(f"P{number}", "bn" if number % 2 else "en") for number in range(50)]
        for person in people:
            person.send_text("12345")
        await rehearsal.idle(20)
        for number, person in enumerate(people):
            expected = rehearsal.text({"card": "thanks"}, "bn" if number % 2 else "en")
            assert [text_of(message) for message in person.replies] == [expected]
        assert len(stand_in.said) == 50


async def test_of_a_long_story_the_cry_at_its_end_is_heard(asha, rehearsal, stand_in):
    story = "I came here two years ago to work. " * 40
    texts = await rehearsal.after(
        asha, lambda: asha.send_text(f"{story} They took my passport and I am in Libya")
    )
    assert texts[0] == rehearsal.text({"card": "passport_taken", "country": "LY"}, "en")
    assert stand_in.said[-1].endswith("libya")
