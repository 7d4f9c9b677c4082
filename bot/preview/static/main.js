// The preview: cards as Telegram will show them, with their findings; read again whenever a file is saved.

import { byId, copy, make } from "/look/elements.js";
import { Filters } from "/static/filters.js";
import { drawFindings } from "/static/findings.js";
import { follow, load, written } from "/static/gallery.js";
import { List } from "/static/list.js";
import { chosen } from "/static/searching.js";
import { inDigits, inWords, learn, pageLanguage, pageLanguages, say, speak } from "/static/words.js";

const TOAST_MILLISECONDS = 3200;

let gallery = null;
let lost = false;
let toastTimer;

const list = new List({ command: () => toast(say("not_shown")), copy: copyText, button: (_, data) => open(data) });
const filters = new Filters(() => choose(true), () => read());

async function copyText(text) {
  await copy(text);
  toast(say("copied", { text }));
}

// What a button carries is the name of the card it opens, after a mark of what else it does.
function open(data) {
  const key = data.replace(/^(?:[sp]:|t:[^:]*:)/, "");
  const without = key.replace(/;[cpa]=[^;]+/g, "");
  const card = gallery.cards.find((one) => one.key === key) ?? gallery.cards.find((one) => one.key === without);
  if (!card || data === key) return toast(say("not_shown"));
  if (!chosen(gallery, filters.chosen).includes(card)) {
    remember(true);
    filters.clear();
  }
  return list.goTo(card);
}

function toast(text) {
  const element = byId("toast");
  element.textContent = text;
  element.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => (element.hidden = true), TOAST_MILLISECONDS);
}

async function read() {
  remember();
  try {
    const fresh = await load(filters.chosen.asOf);
    const again = gallery && fresh.version !== gallery.version;
    gallery = fresh;
    lost = false;
    learn(fresh.page);
    drawPageLanguages();
    draw(again);
  } catch {
    lost = true;
    tell();
  }
}

function draw(again) {
  tell();
  filters.show(gallery, written);
  drawFindings(gallery, (finding) => {
    filters.clear();
    // By their names: the cards stay in sight when the finding is gone.
    filters.set({ only: gallery.cards.filter((card) => card.findings.includes(finding)).map((card) => card.key) });
    byId("count").scrollIntoView({ block: "start" });
  });
  const changed = choose(false);
  if (again) toast(gallery.state === "good" ? say("reloaded", { count: inDigits(changed) }) : say("not_reloaded"));
}

// No word is known before the first answer: until then an ellipsis says that the page is at work.
function tell() {
  const state = byId("state");
  state.className = `state ${lost ? "bad" : "good"}`;
  if (!gallery) state.textContent = "…";
  else if (lost) state.textContent = say("lost");
  else state.textContent = say(written ? "written" : "reads", { folder: gallery.folder, day: inWords(gallery.today) });
}

function choose(fresh) {
  const cards = chosen(gallery, filters.chosen);
  const changed = list.show(gallery, cards, filters.chosen.hidden, fresh);
  byId("count").textContent = cards.length === 1 ? say("count_one") : say("count", { count: inDigits(cards.length) });
  byId("other-day").textContent = gallery.as_of === gallery.today ? "" : say("as_of_note", { day: inWords(gallery.as_of) });
  byId("nothing").hidden = cards.length > 0;
  remember();
  return changed;
}

// The address keeps language and filter.
function remember(leave = false) {
  const parameters = new URLSearchParams({ lang: pageLanguage() });
  filters.write(parameters);
  const address = `#${parameters}`;
  try {
    if (leave) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  } catch {
    // Some browsers allow no address of its own to a page that was opened as a file.
  }
}

function begin() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  filters.read(parameters);
  speak(parameters.get("lang") || navigator.language.split("-")[0]);
}

// Drawn again only when there are others: a saved file takes nobody's place on the page away.
function drawPageLanguages() {
  const choices = byId("page-language-choices");
  const names = pageLanguages().map(({ name }) => name).join();
  if (choices.dataset.names !== names) {
    choices.dataset.names = names;
    choices.replaceChildren(...pageLanguages().map(({ code, name }) => make("label", {},
      make("input", { type: "radio", name: "page-language", value: code, onclick: () => choosePageLanguage(code) }),
      make("span", { lang: code }, name))));
  }
  for (const field of choices.querySelectorAll("input")) field.checked = field.value === pageLanguage();
}

function choosePageLanguage(code) {
  speak(code);
  draw(false);
}

window.addEventListener("hashchange", () => {
  begin();
  read();
});
window.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.matches("input, select, textarea")) return;
  event.preventDefault();
  byId("search").focus();
});

begin();
tell();
read();
follow((version) => (lost || (gallery && gallery.version !== version)) && read(), () => {
  lost = true;
  tell();
});
