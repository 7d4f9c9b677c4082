// Text with Telegram's entities. Their offsets are UTF-16 units, as are JavaScript's.

import { make } from "/look/elements.js";

const SIMPLE = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", blockquote: "blockquote",
  expandable_blockquote: "blockquote", mention: "span", hashtag: "span",
};
const SAFE = /^(https?|tg|mailto|tel):/i;

// `act` holds what a tap on a command or on code does.
export function richText(text, entities, act) {
  const holder = make("div", { class: "text", dir: "auto" });
  fill(holder, text, 0, text.length, [...(entities ?? [])], act);
  return holder;
}

function fill(parent, text, start, end, entities, act) {
  let at = start;
  while (entities.length) {
    const entity = entities.shift();
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (to <= from) continue;
    parent.append(text.slice(at, from));
    const inside = [];
    while (entities.length && entities[0].offset < to) inside.push(entities.shift());
    const beyond = inside.filter((one) => one.offset + one.length > to);
    entities.unshift(...beyond.map((one) => ({ ...one, offset: to, length: one.offset + one.length - to })));
    const element = elementOf(entity, text.slice(from, to), act);
    fill(element, text, from, to, inside, act);
    parent.append(element);
    at = to;
  }
  parent.append(text.slice(at, end));
}

function elementOf(entity, words, act) {
  switch (entity.type) {
    case "text_link": return link(entity.url);
    case "url": return link(/^https?:/i.test(words) ? words : `http://${words}`);
    case "email": return link(`mailto:${words}`);
    case "phone_number": return link(`tel:${words.replace(/[^+\d]/g, "")}`);
    case "bot_command": return make("button", { type: "button", class: "word", onclick: () => act.command(words) });
    case "code": return make("code", { onclick: () => act.copy(words) });
    case "pre": return make("pre", { onclick: () => act.copy(words) });
    case "spoiler": return spoiler();
    default: return make(SIMPLE[entity.type] ?? "span");
  }
}

function link(address) {
  if (!SAFE.test(address)) return make("span");
  const outside = /^https?:/i.test(address);
  return make("a", { href: address, target: outside && "_blank", rel: outside && "noopener noreferrer" });
}

function spoiler() {
  const element = make("span", { class: "spoiler", tabindex: "0", role: "button" });
  const reveal = () => element.classList.add("open");
  element.addEventListener("click", reveal);
  element.addEventListener("keydown", (event) => event.key === "Enter" && reveal());
  return element;
}
