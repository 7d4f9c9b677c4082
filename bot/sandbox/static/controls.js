// The rehearsal's controls beside the phone: who is writing, from where, and in which language.

import { byId, icon, initial, make } from "/look/elements.js";
import { status } from "/static/phone.js";
import { inDigits, placeName, places, say } from "/static/words.js";

const LOOK_EVERY = 2000;

export class Controls {
  // `act` says what happens: person, addPerson, pageLanguage, appLanguage, send, block, clear.
  constructor(act) {
    this.act = act;
    byId("open-controls").append(icon("sliders"));
    byId("close-controls").append(icon("close"));
    byId("open-controls").addEventListener("click", () => this.show(true));
    byId("close-controls").addEventListener("click", () => this.show(false));
    byId("controls").addEventListener("keydown", (event) => event.key === "Escape" && this.show(false));
    for (const radio of document.querySelectorAll("[name=page-language]")) {
      radio.addEventListener("change", () => act.pageLanguage(radio.value));
    }
    for (const radio of document.querySelectorAll("[name=app-language]")) {
      radio.addEventListener("change", () => act.appLanguage(radio.value));
    }
    for (const button of document.querySelectorAll("[data-send]")) {
      button.addEventListener("click", () => this.then(act.send({ [button.dataset.send]: {} })));
    }
    byId("add-person").addEventListener("submit", (event) => this.addPerson(event));
    byId("send-place").addEventListener("submit", (event) => this.sendPlace(event));
    byId("block").addEventListener("click", () => this.then(act.block()));
    byId("unblock-here").addEventListener("click", () => act.block());
    byId("clear").addEventListener("click", () => this.then(act.clear()));
    setInterval(() => document.hidden || this.lookForBot(), LOOK_EVERY);
  }

  speak(language) {
    document.querySelector(`[name=page-language][value=${language}]`).checked = true;
    const chosen = byId("place").value;
    byId("place").replaceChildren(...Object.keys(places).map((place) => make("option", { value: place }, placeName(place))));
    if (chosen) byId("place").value = chosen;
    this.lookForBot();
  }

  setPeople(people, current) {
    byId("people").replaceChildren(...people.map((person) => {
      const radio = make("input", { type: "radio", name: "person", value: person.id });
      radio.checked = person.id === current;
      radio.addEventListener("change", () => this.then(this.act.person(person.id)));
      const face = make("span", { class: `avatar tint-${person.id % 5}`, "aria-hidden": "true" }, initial(person.first_name));
      return make("label", {}, radio, face, make("span", { class: "name", dir: "auto" }, person.first_name));
    }));
  }

  setPerson(person, blocked) {
    const code = person.language_code?.startsWith("bn") ? "bn" : "en";
    document.querySelector(`[name=app-language][value=${code}]`).checked = true;
    byId("block").textContent = say(blocked ? "unblock" : "block");
  }

  addPerson(event) {
    event.preventDefault();
    const name = byId("new-name").value.trim();
    if (!name) return byId("new-name").focus();
    byId("new-name").value = "";
    return this.then(this.act.addPerson(name));
  }

  sendPlace(event) {
    event.preventDefault();
    const [latitude, longitude] = places[byId("place").value];
    this.then(this.act.send({ location: { latitude, longitude } }));
  }

  // The bot has asked for a location: the person chooses which.
  askPlace() {
    this.show(true);
    byId("place").focus();
    byId("send-place").classList.add("asked");
    setTimeout(() => byId("send-place").classList.remove("asked"), 1600);
  }

  then(done) {
    this.show(false);
    return done;
  }

  show(open) {
    const was = document.body.classList.contains("controls-open");
    document.body.classList.toggle("controls-open", open);
    byId("open-controls").setAttribute("aria-expanded", String(open));
    if (open) byId("close-controls").focus();
    else if (was) byId("open-controls").focus();
  }

  async lookForBot() {
    const state = byId("bot-state");
    try {
      const { bot_listens: listens, updates_waiting: waiting } = await status();
      const words = [say(listens ? "bot_listens" : "bot_silent")];
      if (!listens && waiting) words.push(say("waiting", { count: inDigits(waiting) }));
      state.className = `state ${listens ? "good" : "bad"}`;
      if (state.textContent !== words.join(" ")) state.textContent = words.join(" ");
    } catch {
      state.className = "state bad";
      state.textContent = say("lost");
    }
  }
}
