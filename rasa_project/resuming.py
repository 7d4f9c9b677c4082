"""Takes a check or quiz up where its answers say: after a tap, a step back, a new beginning."""

from rasa.core.agent import Agent
from rasa.shared.core.constants import REQUESTED_SLOT
from rasa.shared.core.events import ActiveLoop, SlotSet

from bot.packs.answers import split_answers
from rasa_project.card_references import BadRequest
from rasa_project.exercises import FORM, slot_of


async def resume(agent: Agent, sender: str, exercise: str, answers: str | None) -> None:
    """Sets the answers of a check or quiz exactly; those of another order of questions count for none.

    A form that runs asks for the first open one from then on. Without `answers` it is over: the next time it
    begins with its first question. Raises BadRequest if there is no such form.
    """
    form = exercise + FORM
    if form not in agent.domain.form_names:
        raise BadRequest
    slots = agent.domain.required_slots_for_form(form)
    given = split_answers([slot.removeprefix(slot_of(exercise, "")) for slot in slots], answers)
    async with agent.lock_store.lock(sender):
        tracker = await agent.processor.fetch_tracker_and_update_session(sender)
        values = {slot: given.get(slot.removeprefix(slot_of(exercise, ""))) for slot in slots}
        tracker.update_with_events([SlotSet(slot, value) for slot, value in values.items()], agent.domain)
        if tracker.active_loop_name == form:
            now = next((slot for slot in slots if values[slot] is None), None)
            # The loop anew: what was said instead of an answer left it rejected, and it would ask no more.
            loop, asked = (None, None) if answers is None else (form, now)
            tracker.update_with_events([ActiveLoop(loop), SlotSet(REQUESTED_SLOT, asked)], agent.domain)
        await agent.processor.save_tracker(tracker)
