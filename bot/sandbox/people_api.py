"""The people's side over HTTP: `/people` and what is below it."""

import json
from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.sandbox.api import reply
from bot.sandbox.chats import Json
from bot.sandbox.people import PersonError, PersonHandle
from bot.sandbox.requests import RequestError, asked, body_of, number, person_of, word
from bot.sandbox.world import World

MOST_SECONDS = 60.0


class PeopleApi:
    """Lets scripts, tests and the page play people."""

    def __init__(self, world: World, handle: Callable[[int], PersonHandle]) -> None:
        self._world = world
        self._handle = handle

    def add_routes(self, app: web.Application) -> None:
        """Serve everything a person can do."""
        router, one = app.router, "/people/{person:[0-9]+}"
        router.add_get("/people", asked(self.everybody))
        router.add_post("/people", asked(self.create))
        router.add_delete("/people", asked(self.remove_everybody))
        router.add_get(one, asked(self.person))
        router.add_patch(one, asked(self.change))
        router.add_delete(one, asked(self.remove))
        router.add_post(f"{one}/messages", asked(self.send))
        router.add_patch(one + "/messages/{message:[0-9]+}", asked(self.edit))
        router.add_post(f"{one}/taps", asked(self.tap))
        router.add_post(f"{one}/block", asked(self.block))
        router.add_post(f"{one}/unblock", asked(self.unblock))
        router.add_get(f"{one}/chat", asked(self.chat))
        router.add_delete(f"{one}/chat", asked(self.clear))
        router.add_get(f"{one}/events", self.events)

    async def everybody(self, _request: web.Request) -> web.Response:
        """Who there is."""
        return reply([_person(self._handle(one)) for one in self._world.chats])

    async def create(self, request: web.Request) -> web.Response:
        """Somebody new."""
        body = await body_of(request)
        name = word(body, "first_name").strip()
        if not name:
            raise RequestError(400, "first_name must say who this is")
        chat = self._world.add_person(name, word(body, "language_code", "en"), word(body, "username"))
        return reply(_person(self._handle(chat.person.id)), 201)

    async def remove_everybody(self, _request: web.Request) -> web.Response:
        """A clean sheet."""
        self._world.clear()
        return reply({})

    async def person(self, request: web.Request) -> web.Response:
        """One of them."""
        return reply(_person(self._of(request)))

    async def change(self, request: web.Request) -> web.Response:
        """Another app language."""
        person = self._of(request)
        person.set_language(word(await body_of(request), "language_code", person.chat.person.language_code))
        return reply(_person(person))

    async def remove(self, request: web.Request) -> web.Response:
        """Their account is gone."""
        self._world.remove_person(self._of(request).chat)
        return reply({})

    async def send(self, request: web.Request) -> web.Response:
        """A text, location, contact, voice, sticker or photo, whichever the body names."""
        person, body = self._of(request), await body_of(request)
        for kind, send in _SENDERS.items():
            if kind in body:
                content = body[kind]
                if kind != "text" and not isinstance(content, dict):
                    raise RequestError(400, f"{kind} must be an object, if only {{}}")
                return reply(send(person, content).as_json(), 201)
        raise RequestError(400, f"the body must hold one of: {', '.join(_SENDERS)}")

    async def edit(self, request: web.Request) -> web.Response:
        """Other words in an own message."""
        text = word(await body_of(request), "text")
        return reply(self._of(request).edit(int(request.match_info["message"]), text).as_json())

    async def tap(self, request: web.Request) -> web.Response:
        """A button, by label or by data."""
        body = await body_of(request)
        done = self._of(request).tap(
            word(body, "label"),
            data=word(body, "data"),
            message_id=int(number(body, "message_id", 0)),
            anyway=body.get("anyway") is True,
        )
        return reply(done, 201)

    async def block(self, request: web.Request) -> web.Response:
        """The bot may not write any more."""
        person = self._of(request)
        person.block()
        return reply(_person(person))

    async def unblock(self, request: web.Request) -> web.Response:
        """The bot may write again."""
        person = self._of(request)
        person.unblock()
        return reply(_person(person))

    async def chat(self, request: web.Request) -> web.Response:
        """What the phone shows; with `after`, once that has changed or `timeout` seconds are over."""
        person = self._of(request)
        if "after" in request.query:
            timeout = min(number(request.query, "timeout", 30), MOST_SECONDS)
            await person.chat.feed.wait_past(int(number(request.query, "after", 0)), timeout)
        return reply(self._snapshot(person))

    async def clear(self, request: web.Request) -> web.Response:
        """An empty chat; the bot is told nothing."""
        self._of(request).clear()
        return reply({})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """The chat and then each change of it, as server-sent events."""
        try:
            person = self._of(request)
        except RequestError as problem:
            return reply({"error": str(problem)}, problem.status)
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        with person.chat.feed.watch() as watcher:
            event: Json | None = {"kind": "chat", "chat": self._snapshot(person)}
            while event is not None:
                line = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
                await response.write(f"data: {line}\n\n".encode("utf-8", "replace"))
                event = await watcher.get()
        return response

    def _of(self, request: web.Request) -> PersonHandle:
        return self._handle(person_of(request, self._world))

    def _snapshot(self, person: PersonHandle) -> Json:
        chat, now = person.chat, self._world.clock.now()
        busy = chat.action is not None and chat.action[1] > now
        return {
            "version": chat.feed.version,
            "person": chat.person.as_user(),
            "blocked": chat.blocked,
            "bot": self._world.profile.as_json(person.id, chat.person.language_code),
            "messages": [message.as_json() for message in person.messages],
            "reply_keyboard": chat.reply_keyboard,
            "force_reply": chat.force_reply,
            "action": chat.action[0] if busy and chat.action else None,
            "answers": chat.answers,
        }


def _person(person: PersonHandle) -> Json:
    return person.chat.person.as_user() | {"blocked": person.chat.blocked}


def _location(person: PersonHandle, place: Json) -> Any:
    latitude, longitude = number(place, "latitude"), number(place, "longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise PersonError("latitude goes from -90 to 90, longitude from -180 to 180")
    return person.send_location(latitude, longitude)


_SENDERS: dict[str, Callable[[PersonHandle, Any], Any]] = {
    "text": lambda person, text: person.send_text(str(text)),
    "location": _location,
    "contact": lambda person, body: person.send_contact(word(body, "phone_number"), word(body, "first_name")),
    "voice": lambda person, body: person.send_voice(int(number(body, "duration", 3))),
    "sticker": lambda person, body: person.send_sticker(word(body, "emoji", "\N{THUMBS UP SIGN}")),
    "photo": lambda person, body: person.send_photo(word(body, "caption")),
}
