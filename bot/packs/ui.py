"""The words of the bot itself: every key of ui.yaml, and the placeholders each may use."""

from typing import Annotated

from pydantic import Field

from bot.packs.models import Strict, Text


class UiWords(Strict):
    """What buttons, headings and the bot's own cards say in one language. The comments stand in ui.yaml."""

    # buttons
    help_button: Text
    menu_button: Text
    language_button: Text
    about_button: Text
    privacy_button: Text
    more_button: Text
    more_topics_button: Text
    sources_button: Text
    back_button: Text
    more_contacts_button: Text
    other_country_button: Text
    not_here_button: Text
    location_button: Text
    cannot_talk_button: Text
    somebody_else_button: Text
    about_me_button: Text
    family_ransom_button: Text
    family_detained_button: Text
    family_numbers_button: Text
    save_contact_button: Text
    copy_button: Text
    forget_button: Text
    forget_yes_button: Text
    # sections of the menu
    menu_learn: Text
    menu_signs: Text
    menu_money: Text
    menu_before_you_go: Text
    menu_routes: Text
    menu_abroad: Text
    menu_coming_back: Text
    menu_justice: Text
    # the bot's own cards
    choose_language: Text
    opening_text: Text
    welcome_title: Text
    welcome_text: Text
    welcome_points: list[Text]
    menu_title: Text
    menu_text: Text
    not_understood_title: Text
    not_understood_text: Text
    out_of_scope_title: Text
    out_of_scope_text: Text
    cannot_read_now_title: Text
    cannot_read_now_text: Text
    only_text_title: Text
    only_text_text: Text
    location_title: Text
    location_text: Text
    location_between_text: Text
    location_found_text: Text
    share_location_title: Text
    share_location_text: Text
    old_button_title: Text
    old_button_text: Text
    trouble_title: Text
    trouble_text: Text
    thanks_text: Text
    goodbye_text: Text
    insult_text: Text
    about_title: Text
    about_text: Text
    about_points: list[Text]
    human_title: Text
    human_text: Text
    privacy_title: Text
    privacy_points: list[Text] = Field(max_length=7)
    privacy_next: Text
    forget_ask_title: Text
    forget_ask_text: Text
    forget_done_title: Text
    forget_done_text: Text
    forget_soon_text: Text
    # labels inside cards
    warning_label: Text
    next_label: Text
    source_label: Text
    source_year: Text
    step_range: Text
    # help contacts
    help_where_title: Text
    help_where_text: Text
    help_title: Text
    help_more_title: Text
    help_none: Text
    help_no_emergency: Text
    help_everywhere: Text
    help_next: Text
    cannot_talk_title: Text
    cannot_talk_text: Text
    cannot_talk_none: Text
    cannot_talk_steps: list[Text]
    cannot_talk_embassy: Text
    risk_label: Text
    published: Text
    checked: Text
    speaks: Text
    open_always: Text
    open_hours: Text
    open_now: Text
    closed_now: Text
    cost_free: Text
    only_inside: Text
    service_police: Text
    service_ambulance: Text
    service_fire: Text
    channel_whatsapp: Text
    channel_sms: Text
    mon: Text
    tue: Text
    wed: Text
    thu: Text
    fri: Text
    sat: Text
    sun: Text
    # what it costs
    fee_title: Text
    fee_ceiling: Text
    fee_zero_cost: Text
    fee_paid: Text
    fee_official_price: Text
    fee_range: Text
    fee_asked: Text
    fee_above: Text
    fee_below: Text
    fee_bar_above: Text
    fee_bar_below: Text
    fee_times: Text
    fee_converted: Text
    fee_about: Text
    fee_other_currency: Text
    fee_zero_asked: Text
    fee_domestic_zero: Text
    fee_domestic: Text
    fee_paid_already: Text
    fee_over: Text
    fee_no_ceiling: Text
    fee_newer: Text
    fee_ask: Text
    fee_next: Text
    fee_parts_button: Text
    fee_parts_title: Text
    fee_worker_pays: Text
    fee_employer_pays: Text
    fee_parts_own: Text
    fee_parts_general: Text
    fee_before: list[Text]
    fee_where_title: Text
    fee_where_text: Text
    taka: Text
    workers_everyone: Text
    workers_men: Text
    workers_women: Text
    workers_women_domestic: Text
    workers_domestic: Text
    workers_garment: Text
    workers_factory: Text
    workers_interns: Text
    item_passport: Text
    item_visa: Text
    item_medical: Text
    item_certificates: Text
    item_police_clearance: Text
    item_service_charge: Text
    item_welfare_fund: Text
    item_bmet: Text
    item_work_permit: Text
    item_transport: Text
    item_insurance: Text
    item_processing: Text
    item_ticket: Text
    # urgent cards
    urgent_numbers: Text
    urgent_where: Text
    urgent_delete: Text
    family_where: Text
    family_here: Text
    family_there: Text
    family_none: Text
    # checks, quizzes, checklists
    start_button: Text
    yes_button: Text
    no_button: Text
    unsure_button: Text
    skip_button: Text
    stop_button: Text
    go_on_button: Text
    start_over_button: Text
    forward_button: Text
    reasons_button: Text
    reasons_more_button: Text
    quiz_again_button: Text
    quiz_letters: Annotated[list[Text], Field(min_length=4, max_length=4)]
    progress: Text
    changed_text: Text
    check_count: Text
    why_label: Text
    reasons_label: Text
    unknown_label: Text
    forward_ask: Text
    quiz_count: Text
    quiz_before: Text
    quiz_right: Text
    quiz_wrong: Text
    quiz_score: Text
    ticked: Text
    tick_hint: Text
    stopped_title: Text
    stopped_text: Text
    # what Telegram shows around the chat
    bot_name: Text
    bot_description: Text
    bot_short_description: Text
    command_menu: Text
    command_help: Text
    command_language: Text
    command_privacy: Text
    command_forget: Text


PLACEHOLDERS: dict[str, frozenset[str]] = {
    "fee_parts_general": frozenset({"year"}),
    "fee_parts_own": frozenset({"country", "year"}),
    "fee_employer_pays": frozenset({"items"}),
    "fee_worker_pays": frozenset({"items"}),
    "fee_parts_title": frozenset({"country"}),
    "fee_over": frozenset({"date"}),
    "fee_domestic": frozenset({"country"}),
    "fee_domestic_zero": frozenset({"year"}),
    "fee_about": frozenset({"amount"}),
    "fee_converted": frozenset({"asked", "amount", "date"}),
    "fee_times": frozenset({"times"}),
    "fee_bar_below": frozenset({"bar"}),
    "fee_bar_above": frozenset({"bar"}),
    "family_none": frozenset({"country"}),
    "family_there": frozenset({"country"}),
    "closed_now": frozenset({"hours"}),
    "open_now": frozenset({"hours"}),
    "cannot_talk_title": frozenset({"country"}),
    "location_found_text": frozenset({"country"}),
    "progress": frozenset({"title", "number", "count"}),
    "check_count": frozenset({"count"}),
    "forward_ask": frozenset({"numbers"}),
    "quiz_count": frozenset({"count"}),
    "quiz_wrong": frozenset({"answer"}),
    "quiz_score": frozenset({"right", "count"}),
    "ticked": frozenset({"number", "count"}),
    "save_contact_button": frozenset({"name"}),
    "copy_button": frozenset({"number"}),
    "source_year": frozenset({"title", "year"}),
    "step_range": frozenset({"title", "first", "last", "count"}),
    "help_title": frozenset({"country"}),
    "help_more_title": frozenset({"country"}),
    "help_none": frozenset({"country"}),
    "help_no_emergency": frozenset({"country"}),
    "published": frozenset({"year"}),
    "checked": frozenset({"date"}),
    "speaks": frozenset({"languages"}),
    "open_hours": frozenset({"days", "from_time", "to_time"}),
    "only_inside": frozenset({"country"}),
    "fee_title": frozenset({"country"}),
    "fee_ceiling": frozenset({"workers", "amount", "year"}),
    "fee_zero_cost": frozenset({"workers", "year"}),
    "fee_paid": frozenset({"workers", "amount", "year"}),
    "fee_official_price": frozenset({"workers", "amount", "year"}),
    "fee_range": frozenset({"amount", "amount_to"}),
    "fee_asked": frozenset({"amount"}),
    "fee_above": frozenset({"difference", "amount", "year"}),
    "fee_below": frozenset({"amount", "year"}),
    "fee_other_currency": frozenset({"amount"}),
    "fee_no_ceiling": frozenset({"country"}),
    "fee_newer": frozenset({"numbers"}),
    "fee_ask": frozenset({"numbers"}),
    "taka": frozenset({"amount"}),
    "urgent_numbers": frozenset({"country"}),
}
"""Which {placeholders} a text must contain; a text that is not named here may contain none."""
