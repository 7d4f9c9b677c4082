"""The words of the editors' preview page: every key of preview.yaml. Comments stand in the English file."""

from bot.packs.models import Strict, Text


class PreviewWords(Strict):
    """What the page itself says in one language; people in the chat never see it."""

    # the page
    preview: Text
    page_language: Text
    to_cards: Text
    reads: Text
    lost: Text
    written: Text
    as_of_note: Text
    day_fixed: Text
    # the filter
    filters: Text
    filter: Text
    filter_on: Text
    search: Text
    kinds: Text
    all: Text
    only: Text
    topic: Text
    country: Text
    any: Text
    topics: Text
    situations: Text
    exercises: Text
    languages: Text
    as_of: Text
    reset: Text
    # kinds of cards
    kind_topic: Text
    kind_urgent: Text
    kind_urgent_there: Text
    kind_help: Text
    kind_fees: Text
    kind_own: Text
    kind_contact: Text
    kind_check: Text
    kind_quiz: Text
    kind_checklist: Text
    # only cards with
    mark_findings: Text
    mark_due: Text
    mark_expired: Text
    mark_outdated: Text
    # the list of cards
    cards: Text
    count: Text
    count_one: Text
    more: Text
    nothing: Text
    reloaded: Text
    not_reloaded: Text
    not_shown: Text
    copied: Text
    # findings
    findings: Text
    found: Text
    kept: Text
    draft: Text
    error: Text
    warning: Text
    show_cards: Text
    more_findings: Text
    # beside a card
    findings_here: Text
    facts_here: Text
    files_here: Text
    labels_from: Text
    letters: Text
    has_findings: Text
    not_offered: Text
    not_ready: Text
    fresh: Text
    due: Text
    expired: Text
    outdated: Text
    known: Text
    checked: Text
    page: Text
    sample: Text
    # on a card
    edited: Text
    call: Text
    to_copy: Text
    link: Text
    copies: Text
