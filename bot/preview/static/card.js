// One card: its message in every language, and what there is to know about it.

import { bubble } from "/look/bubbles.js";
import { make } from "/look/elements.js";
import { inThis } from "/static/filters.js";
import { findingItem } from "/static/findings.js";
import { marksOf } from "/static/searching.js";
import { inDigits, inWords, say } from "/static/words.js";

const FIRST_FINDINGS = 4; // more would push the card's facts and files out of sight

// `act` says what a tap does: command, copy, button.
export function cardItem(card, gallery, hidden, act) {
  const languages = gallery.languages.filter(({ code }) => !hidden.includes(code));
  const id = `card-${card.key.replace(/[^A-Za-z0-9]/g, "-")}`;
  return make("li", { class: "card-item", "data-key": card.key },
    make("article", { "aria-labelledby": id },
      make("header", {}, make("h2", { id, tabindex: "-1", dir: "auto" }, titleOf(card)), marks(card, gallery), tags(card, gallery)),
      make("div", { class: "body" },
        make("div", { class: "languages" }, ...languages.map((language) => chat(card, language, act))),
        notes(card, gallery))));
}

function titleOf(card) {
  const message = card.messages[document.documentElement.lang] ?? Object.values(card.messages).find(Boolean);
  return message?.contact?.first_name ?? message?.text.split("\n", 1)[0] ?? card.key;
}

function tags(card, gallery) {
  const country = gallery.countries.find((one) => one.iso2 === card.country);
  const part = (letter) => card.key.match(new RegExp(`;${letter}=([^;]+)`))?.[1];
  return make("p", { class: "tags" },
    make("span", {}, say(`kind_${card.kind}`)),
    country ? make("span", {}, `${country.flag} ${inThis(country.names)}`) : null,
    part("m") ? make("span", {}, say("sample", { money: part("m") })) : null,
    part("p") ? make("span", {}, say("page", { page: inDigits(Number(part("p")) + 1) })) : null,
    make("code", {}, card.key));
}

function marks(card, gallery) {
  const has = marksOf(card, gallery);
  const worst = card.findings.some((number) => gallery.findings[number].severity === "error") ? "error" : "warning";
  const mark = (look, words) => make("span", { class: `mark ${look}` }, words);
  return make("p", { class: "marked" },
    has.findings ? mark(worst, say("has_findings", { count: inDigits(card.findings.length) })) : null,
    has.expired ? mark("expired", say("expired")) : has.due ? mark("due", say("due")) : null,
    has.outdated ? mark("outdated", say("outdated")) : null);
}

function chat(card, { code, name, offered }, act) {
  const message = card.messages[code];
  const shown = message
    ? bubble({ message_id: `${card.key} ${code}`, ...message }, act, () => false)
    : make("li", { class: "theirs" }, make("div", { class: "bubble not-ready" }, say("not_ready")));
  shown.classList.add("last");
  for (const text of shown.querySelectorAll(".text, .card-head, .label")) text.setAttribute("lang", code);
  return make("section", { class: "chat", "aria-label": name },
    make("p", { class: "language" }, make("b", { lang: code }, name), offered ? null : make("span", { class: "mark outdated" }, say("not_offered")),
      message?.length ? make("span", {}, say("letters", { count: inDigits(message.length) })) : null),
    make("ol", { class: "messages" }, shown));
}

function notes(card, gallery) {
  const part = (title, items, look) => items.length
    ? make("section", { class: look }, make("h3", {}, title), make("ul", {}, ...items)) : null;
  const found = card.findings.map((number) => findingItem(gallery.findings[number]));
  const further = found.slice(FIRST_FINDINGS);
  const labels = fileItems(card.files, false);
  return make("aside", { class: "notes", "aria-label": say("findings_here") },
    part(say("findings_here"), found.slice(0, FIRST_FINDINGS), "found"),
    further.length ? make("details", { class: "found" }, make("summary", {}, say("more_findings", { count: inDigits(further.length) })), make("ul", {}, ...further)) : null,
    part(say("facts_here"), card.facts.map((name) => factItem(gallery.facts[name])), "facts"),
    part(say("files_here"), fileItems(card.files, true), "files"),
    labels.length ? make("details", { class: "files" }, make("summary", {}, say("labels_from")), make("ul", {}, ...labels)) : null);
}

function fileItems(files, wanted) {
  return files.filter(([, , about]) => about === wanted)
    .map(([file, line]) => make("li", {}, make("code", { dir: "ltr" }, `${file}:${line}`)));
}

function factItem(fact) {
  const when = say(fact.checked ? "checked" : "known", { day: inWords(fact.known) });
  return make("li", { class: fact.freshness },
    make("span", { class: `mark ${fact.freshness}` }, say(fact.freshness)),
    make("span", { class: "name", dir: "auto" }, inThis(fact.names) || fact.name), make("span", { class: "quiet" }, when),
    make("code", { dir: "ltr" }, fact.at));
}
