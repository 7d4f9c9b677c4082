"""Who the bot is, and how it gets its updates."""

from typing import Any

from bot.sandbox.arguments import Arguments
from bot.sandbox.methods.registry import method
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import World


@method("getMe")
def get_me(world: World, _arguments: Arguments) -> dict[str, Any]:
    """The bot's own user."""
    abilities = {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return world.bot_user() | abilities


@method("getUpdates")
async def get_updates(world: World, arguments: Arguments) -> list[dict[str, Any]]:
    """What people did since the offset; waits for the first of it."""
    kinds = arguments.structure("allowed_updates")
    if isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds):
        world.updates.allow(kind.lower() for kind in kinds)
    return await world.updates.poll(
        arguments.integer("offset"), arguments.integer("limit", 100), arguments.integer("timeout")
    )


@method("deleteWebhook")
def delete_webhook(world: World, arguments: Arguments) -> bool:
    """There never is a webhook here, which Telegram calls a success too."""
    if arguments.boolean("drop_pending_updates"):
        world.updates.forget()
    return True


@method("setWebhook")
def set_webhook(world: World, arguments: Arguments) -> bool:
    """Refused: the sandbox can only be polled. An empty address deletes the webhook, as in Telegram."""
    if arguments.text("url"):
        raise bad_request("Bad webhook: the sandbox does not call webhooks; use getUpdates")
    return delete_webhook(world, arguments) is True


@method("getWebhookInfo")
def get_webhook_info(world: World, _arguments: Arguments) -> dict[str, Any]:
    """No webhook, and how many updates wait."""
    return {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
        "allowed_updates": sorted(world.updates.allowed),
    }


@method("getChat")
def get_chat(world: World, arguments: Arguments) -> dict[str, Any]:
    """What the bot may know of a chat."""
    chat = world.chat_for(arguments.text("chat_id"))
    limits_of_chat = {"accent_color_id": 0, "max_reaction_count": 11}
    gifts = {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
    }
    return chat.as_json() | limits_of_chat | {"accepted_gift_types": gifts | {"gifts_from_channels": False}}
