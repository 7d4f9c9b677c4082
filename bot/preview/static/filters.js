// The filter: what is chosen, kept in the address, so that a reload or a link shows the same cards.

import { byId, make } from "/look/elements.js";
import { MARKS, marksOf } from "/static/searching.js";
import { inDigits, say } from "/static/words.js";

const EMPTY = { kind: "", country: "", topic: "", search: "", marks: [], hidden: [], only: null, asOf: "" };

export class Filters {
  constructor(changed, dayChanged) {
    this.chosen = { ...EMPTY };
    this.gallery = null;
    this.changed = changed;
    byId("filters").addEventListener("submit", (event) => event.preventDefault());
    byId("search").addEventListener("input", () => this.set({ search: byId("search").value }));
    for (const name of ["topic", "country"]) byId(name).addEventListener("change", () => this.set({ [name]: byId(name).value }));
    byId("as-of").addEventListener("change", () => {
      this.chosen.asOf = byId("as-of").value;
      dayChanged();
    });
    byId("reset").addEventListener("click", () => {
      this.clear();
      byId("search").focus();
    });
    byId("fold").addEventListener("click", () => {
      const open = byId("filters").classList.toggle("open");
      byId("fold").setAttribute("aria-expanded", String(open));
    });
  }

  set(values) {
    Object.assign(this.chosen, { only: null }, values);
    this.tell();
    this.changed();
  }

  clear() {
    this.set({ ...EMPTY, marks: [], hidden: this.chosen.hidden, asOf: this.chosen.asOf });
    this.draw();
  }

  // How many things narrow the list.
  count() {
    const { kind, country, topic, search, marks, only } = this.chosen;
    return [kind, country, topic, search, only].filter(Boolean).length + marks.length;
  }

  read(parameters) {
    const list = (name) => (parameters.get(name) ?? "").split(",").filter(Boolean);
    const text = (name) => parameters.get(name) ?? "";
    this.chosen = {
      ...EMPTY, kind: text("kind"), country: text("country"), topic: text("topic"), search: text("search"), asOf: text("as_of"),
      marks: list("with").filter((mark) => MARKS.includes(mark)), hidden: list("without"),
    };
  }

  write(parameters) {
    const { kind, country, topic, search, marks, hidden, asOf } = this.chosen;
    const all = { kind, country, topic, search, with: marks.join(","), without: hidden.join(","), as_of: asOf };
    for (const [name, value] of Object.entries(all)) if (value) parameters.set(name, value);
  }

  show(gallery, written) {
    this.gallery = gallery;
    this.written = written;
    this.draw();
  }

  draw() {
    if (!this.gallery) return;
    byId("search").value = this.chosen.search;
    byId("as-of").value = this.chosen.asOf || this.gallery.as_of;
    byId("as-of").disabled = this.written;
    byId("as-of-note").textContent = this.written ? say("day_fixed") : "";
    this.drawKinds();
    this.drawLists();
    const tick = (name) => (ticked) => this.set({ [name]: toggled(this.chosen[name], ticked) });
    const marks = this.gallery.cards.map((card) => marksOf(card, this.gallery));
    byId("marks").replaceChildren(...MARKS.map((mark) =>
      box(mark, say(`mark_${mark}`), this.chosen.marks.includes(mark), tick("marks"), marks.filter((one) => one[mark]).length)));
    byId("languages").replaceChildren(...this.gallery.languages.map(({ code, name }) =>
      box(code, name, !this.chosen.hidden.includes(code), tick("hidden"))));
    this.tell();
  }

  drawKinds() {
    const counts = new Map();
    for (const { kind } of this.gallery.cards) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const option = (kind, words, count) => make("label", {},
      make("input", { type: "radio", name: "kind", value: kind, checked: kind === this.chosen.kind, onclick: () => this.set({ kind }) }),
      make("span", {}, make("b", {}, words), make("span", { class: "number" }, inDigits(count))));
    byId("kinds").replaceChildren(
      option("", say("all"), this.gallery.cards.length),
      ...[...counts].map(([kind, count]) => option(kind, say(`kind_${kind}`), count)));
  }

  drawLists() {
    const { cards, countries, topics } = this.gallery;
    const used = new Set(cards.map((card) => card.country));
    const kinds = new Map(cards.map((card) => [card.topic, card.kind]));
    const groups = { topics: ["topic", "fees"], situations: ["urgent", "urgent_there"], exercises: ["check", "quiz", "checklist"] };
    const options = (list, value) => list.map((one) => make("option", { value: one[value] }, `${one.flag ?? ""} ${inThis(one.names)}`.trim()));
    byId("country").replaceChildren(make("option", { value: "" }, say("any")), ...options(countries.filter((one) => used.has(one.iso2)), "iso2"));
    byId("topic").replaceChildren(make("option", { value: "" }, say("any")), ...Object.entries(groups).flatMap(([group, of]) => {
      const inside = topics.filter((one) => of.includes(kinds.get(one.id)));
      return inside.length ? [make("optgroup", { label: say(group) }, ...options(inside, "id"))] : [];
    }));
    byId("country").value = this.chosen.country;
    byId("topic").value = this.chosen.topic;
  }

  tell() {
    const count = this.count();
    byId("reset").hidden = count === 0;
    byId("fold-words").textContent = count ? say("filter_on", { count: inDigits(count) }) : say("filter");
  }
}

function toggled(list, one) {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

function box(value, words, checked, tick, count) {
  const field = make("input", { type: "checkbox", value, checked, onclick: () => tick(value) });
  return make("label", {}, field, make("span", { dir: "auto" }, words), count === undefined ? null : make("span", { class: "number" }, inDigits(count)));
}

// A name in the language of the page, or in the first one that has it.
export function inThis(names) {
  return names[document.documentElement.lang] ?? Object.values(names)[0] ?? "";
}
