// The chat page: one phone, one person at a time, and the controls beside it.

import { Composer } from "/static/composer.js";
import { Controls } from "/static/controls.js";
import { byId, copy, icon, initial } from "/look/elements.js";
import { addPerson, people, Phone } from "/static/phone.js";
import { Talk } from "/static/talk.js";
import { pageLanguage, say, speak } from "/static/words.js";

const TOAST_MILLISECONDS = 2800;
const SPIN_MILLISECONDS = 20_000; // Telegram's apps give up too

let phone = null;
let state = { person: null, bot: null, blocked: false, action: null };
let actionTimer, toastTimer;

const talk = new Talk({ command: send, copy: copyText, button: tap });
const composer = new Composer({
  send, edit: (id, text) => tried(phone.edit(id, text)), press: (label) => tried(phone.press(label)),
  askPlace: () => controls.askPlace(), lastOwnText: () => talk.lastOwnText(),
});
const controls = new Controls({
  person: open, addPerson: add, pageLanguage: speakPage, send: (content) => tried(phone.send(content)),
  appLanguage: (code) => tried(phone.setLanguage(code)), block: () => tried(phone.block(!state.blocked)),
  clear: () => tried(phone.clear()),
});

function send(text) {
  return tried(phone.send({ text }));
}

async function tap(messageId, data, button) {
  if (button.getAttribute("aria-busy") === "true") return;
  const done = await tried(phone.tap(messageId, data));
  if (!done) return;
  if (answered.delete(done.query_id)) return;
  talk.spin(messageId, data, done.query_id);
  setTimeout(() => talk.unspin(done.query_id), SPIN_MILLISECONDS);
}

async function copyText(text) {
  await copy(text);
  toast(say("copied", { text }));
}

async function tried(promise) {
  try {
    return await promise;
  } catch (problem) {
    toast(say("failed", { reason: problem.message }));
    return null;
  }
}

const answered = new Set(); // answers that came in before the tap's own response

const on = {
  chat({ chat }) {
    state = { person: chat.person, bot: chat.bot, blocked: chat.blocked, action: chat.action };
    talk.busy.clear();
    talk.show(chat.messages);
    composer.setKeyboard(chat.reply_keyboard, chat.force_reply);
    refresh();
  },
  message({ message }) {
    if (message.from.is_bot) state.action = null;
    talk.add(message);
    refresh();
  },
  edited: ({ message }) => talk.change(message),
  deleted({ message_ids: ids }) {
    talk.remove(ids);
    refresh();
  },
  cleared() {
    talk.clear();
    composer.setKeyboard(null, false);
    state.action = null;
    refresh();
  },
  keyboard: (event) => composer.setKeyboard(event.reply_keyboard, event.force_reply),
  action({ action, seconds }) {
    state.action = action;
    refresh();
    clearTimeout(actionTimer);
    actionTimer = setTimeout(() => {
      state.action = null;
      refresh();
    }, seconds * 1000);
  },
  answer({ answer }) {
    const waiting = [...talk.busy.values()].includes(answer.query_id);
    if (!waiting) answered.add(answer.query_id);
    talk.unspin(answer.query_id);
    if (answer.text && answer.show_alert) showAlert(answer.text);
    else if (answer.text) toast(answer.text);
  },
  blocked({ blocked }) {
    state.blocked = blocked;
    refresh();
  },
  bot({ bot }) {
    state.bot = bot;
    refresh();
  },
  person({ person, bot }) {
    state.person = person;
    state.bot = bot;
    refresh();
  },
};

function refresh() {
  const { bot, person, blocked, action } = state;
  if (!bot) return;
  const empty = talk.messages.size === 0;
  byId("bot-name").textContent = bot.first_name;
  document.title = bot.first_name;
  for (const id of ["bot-avatar", "welcome-avatar"]) byId(id).textContent = initial(bot.first_name);
  byId("bot-status").textContent = action ? say(action) || say("typing") : say("bot");
  byId("bot-status").classList.toggle("active", Boolean(action));
  byId("welcome").hidden = !empty;
  byId("welcome-text").textContent = bot.description || say("empty");
  composer.setCommands(bot.commands);
  composer.setState({ empty, blocked });
  controls.setPerson(person, blocked);
}

function toast(text) {
  const element = byId("toast");
  element.textContent = text;
  element.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => (element.hidden = true), TOAST_MILLISECONDS);
}

function showAlert(text) {
  byId("alert-text").textContent = text;
  byId("alert").showModal();
}

async function open(id) {
  phone?.hangUp();
  phone = new Phone(id);
  remember(id);
  composer.edit(null);
  controls.setPeople(await people(), id);
  phone.watch((event) => on[event.kind]?.(event), async () => {
    byId("bot-status").textContent = say("lost");
    const present = await people().catch(() => null);
    if (present && !present.some((person) => person.id === id)) begin();
  });
}

async function add(name) {
  const person = await tried(addPerson(name, pageLanguage()));
  if (person) await open(person.id);
}

function speakPage(language) {
  speak(language);
  controls.speak(language);
  remember(state.person?.id);
  talk.draw();
  refresh();
}

// The address keeps the page's language and the person, so that a reload changes nothing.
function remember(id) {
  history.replaceState(null, "", `#${pageLanguage()}${id ? `/${id}` : ""}`);
}

async function begin() {
  const [language, wanted] = location.hash.slice(1).split("/");
  speakPage(language || (navigator.language.startsWith("bn") ? "bn" : "en"));
  const present = await people();
  const person = present.find((one) => String(one.id) === wanted) ?? present[0];
  await open((person ?? (await addPerson(say("first_person"), pageLanguage()))).id);
}

byId("to-end").append(icon("down"));
begin();
