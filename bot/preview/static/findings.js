// The findings of all packs, on top; and one finding as it stands beside a card.

import { byId, make } from "/look/elements.js";
import { inDigits, say } from "/static/words.js";

export function findingItem(finding, ...actions) {
  return make("li", { class: `finding ${finding.severity}` },
    make("p", { class: "where" }, make("span", { class: `mark ${finding.severity}` }, say(finding.severity)),
      make("code", { dir: "ltr" }, `${finding.file}:${finding.line}`)),
    make("p", { class: "seen", dir: "auto" }, finding.seen), make("p", { class: "todo", dir: "auto" }, finding.todo), ...actions);
}

// `show` is called with the number of a finding whose cards are wanted.
export function drawFindings(gallery, show) {
  const errors = gallery.findings.filter((finding) => finding.severity === "error").length;
  const broken = gallery.state !== "good" && errors > 0;
  const section = byId("findings");
  const opened = byId("findings-details");
  section.hidden = gallery.findings.length === 0;
  if (section.classList.contains("broken") !== broken) opened.open = broken;
  section.classList.toggle("broken", broken);
  const counts = { errors: inDigits(errors), warnings: inDigits(gallery.findings.length - errors) };
  byId("findings-title").textContent = say("found", counts);
  byId("findings-text").textContent = broken ? say(gallery.state) : "";
  const used = new Set(gallery.cards.flatMap((card) => card.findings));
  const numbered = gallery.findings.map((finding, number) => [finding, number]);
  // What blocks comes first.
  numbered.sort(([one], [other]) => (one.severity === "error" ? 0 : 1) - (other.severity === "error" ? 0 : 1));
  byId("findings-list").replaceChildren(...numbered.map(([finding, number]) => findingItem(finding,
    used.has(number) ? make("button", { type: "button", class: "show-cards", onclick: () => show(number) }, say("show_cards")) : null)));
}
