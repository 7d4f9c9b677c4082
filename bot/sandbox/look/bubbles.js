// One message as a bubble, with whatever it carries and the buttons under it.

import { icon, initial, make } from "/look/elements.js";
import { richText } from "/look/rich.js";
import { clockTime, inDigits, say } from "/static/words.js";

// `act` says what happens on a tap: command, copy, button.
export function bubble(message, act, busy) {
  const mine = !message.from.is_bot;
  const kind = kindOf(message);
  const body = make("div", { class: `bubble ${kind}` });
  if (message.reply_to_message) body.append(quote(message.reply_to_message));
  body.append(...contentOf[kind](message, act));
  (body.querySelector(":scope > .text") ?? body).append(meta(message, mine));
  const item = make("li", { class: mine ? "mine" : "theirs", "data-message": message.message_id }, body);
  const keyboard = message.reply_markup?.inline_keyboard;
  if (keyboard) item.append(inlineKeyboard(message, keyboard, act, busy));
  return item;
}

function kindOf(message) {
  return ["contact", "venue", "location", "voice", "sticker", "photo"].find((kind) => message[kind]) ?? "words";
}

const contentOf = {
  words: (message, act) => [richText(message.text ?? "", message.entities, act)],
  contact: (message, act) => [contactCard(message.contact, act)],
  location: (message) => [map(), make("p", { class: "place" }, make("b", {}, say("location")), coordinates(message.location))],
  venue: (message) => [map(), make("p", { class: "place", dir: "auto" }, make("b", {}, message.venue.title), message.venue.address)],
  voice: (message, act) => [voice(message.voice), ...captionOf(message, act)],
  sticker: (message) => [make("span", { role: "img", "aria-label": say("a_sticker", { emoji: message.sticker.emoji }) }, message.sticker.emoji)],
  photo: (message, act) => [photo(message.photo), ...captionOf(message, act)],
};

function captionOf(message, act) {
  return message.caption ? [richText(message.caption, message.caption_entities, act)] : [];
}

function meta(message, mine) {
  const words = message.edit_date ? `${say("edited")} ` : "";
  const sent = make("span", { class: "meta" }, words, clockTime(message.date));
  if (mine) sent.append(make("span", { class: "tick", "aria-hidden": "true" }, " ✓"));
  return sent;
}

function quote(message) {
  const who = message.from.is_bot ? message.from.first_name : say("you");
  return make("div", { class: "quote", dir: "auto" }, make("b", {}, who), make("span", {}, message.text ?? message.caption ?? "…"));
}

function contactCard(contact, act) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return make("div", { class: "card" },
    make("div", { class: "card-head" },
      make("span", { class: "avatar small", "aria-hidden": "true" }, initial(name)),
      make("div", { dir: "auto" }, make("b", {}, name), make("span", { class: "number", dir: "ltr" }, contact.phone_number))),
    make("div", { class: "card-actions" },
      make("a", { href: `tel:${contact.phone_number.replace(/[^+\d*#]/g, "")}`, "aria-label": `${say("call")} ${name}` }, icon("call"), say("call")),
      make("button", { type: "button", "aria-label": `${say("to_copy")} ${contact.phone_number}`, onclick: () => act.copy(contact.phone_number) }, icon("copy"), say("to_copy"))));
}

function map() {
  return make("div", { class: "map", "aria-hidden": "true" }, icon("pin"));
}

function coordinates(location) {
  return make("span", { dir: "ltr" }, `${location.latitude.toFixed(4)}, ${location.longitude.toFixed(4)}`);
}

function voice(recording) {
  const bars = make("span", { class: "wave", "aria-hidden": "true" });
  for (let bar = 0; bar < 26; bar++) bars.append(make("i", { class: `h${(bar * 7 + (bar % 5) * 3) % 9}` }));
  const seconds = inDigits(recording.duration).padStart(2, inDigits(0));
  return make("div", { class: "recording", "aria-label": say("voice_message") },
    make("span", { class: "play" }, icon("play")), bars, make("span", { class: "length" }, `${inDigits(0)}:${seconds}`));
}

function photo(sizes) {
  const file = sizes[sizes.length - 1].file_id;
  const empty = make("div", { class: "picture", role: "img", "aria-label": say("a_photo") }, icon("photo"));
  if (!file.startsWith("sandbox-file-")) return empty;
  const picture = make("img", { class: "picture", alt: say("a_photo"), src: `/files/${file}` });
  picture.addEventListener("error", () => picture.replaceWith(empty));
  return picture;
}

function inlineKeyboard(message, rows, act, busy) {
  return make("div", { class: "inline-keyboard" }, ...rows.map((row) =>
    make("div", { class: "row" }, ...row.map((button) => inlineButton(message, button, act, busy)))));
}

function inlineButton(message, button, act, busy) {
  const style = ["primary", "success", "danger"].includes(button.style) ? button.style : "";
  const label = make("span", { class: "label", dir: "auto" }, button.text);
  if (button.url) {
    const hint = `${button.text}, ${say("link")}`;
    return make("a", { class: `key ${style}`, href: button.url, target: "_blank", rel: "noopener noreferrer", "aria-label": hint }, label, icon("out"));
  }
  const copies = button.copy_text?.text;
  const waits = busy(message.message_id, button.callback_data);
  const element = make("button", {
    type: "button", class: `key ${style}`, "aria-busy": waits ? "true" : undefined,
    "aria-label": copies ? `${button.text}, ${say("copies")}` : undefined,
    onclick: () => (copies ? act.copy(copies) : act.button(message.message_id, button.callback_data, element)),
  }, label);
  if (copies) element.append(icon("copy"));
  return element;
}
