"""How the Bot API says no: an HTTP status and Telegram's own words."""


class Refusal(Exception):
    """A Bot API call that Telegram would turn down."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def as_json(self) -> dict[str, object]:
        """The body Telegram sends with the error."""
        body: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(reason: str) -> Refusal:
    """400, with the reason's first letter lowered as Telegram's server does (never in `ALL_CAPS`)."""
    if len(reason) > 1 and not reason[1].isupper() and reason[1] != "_":
        reason = reason[0].lower() + reason[1:]
    return Refusal(400, f"Bad Request: {reason}")


def unauthorized() -> Refusal:
    """401 for a well-formed token that belongs to another bot."""
    return Refusal(401, "Unauthorized")


def malformed_token() -> Refusal:
    """401 for something that can't be a token at all."""
    return Refusal(401, "Unauthorized: invalid token specified")


def forbidden(reason: str) -> Refusal:
    """403: the person, not the request, is the reason."""
    return Refusal(403, f"Forbidden: {reason}")


def unknown_method() -> Refusal:
    """404 for a method that Telegram (or this sandbox) does not have."""
    return Refusal(404, "Not Found: method not found")


def other_poller() -> Refusal:
    """409 for the older of two bots that poll with one token."""
    return Refusal(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )


def too_many_requests(seconds: int) -> Refusal:
    """429, with the seconds to wait both in words and as a parameter."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
