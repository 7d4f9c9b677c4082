// Writing: the draft, the commands, and the keyboard the bot puts below the chat.

import { byId, icon, make } from "/look/elements.js";
import { say } from "/static/words.js";

export class Composer {
  // `act` says what happens: send, edit, press, askPlace, lastOwnText.
  constructor(act) {
    this.act = act;
    this.draft = byId("draft");
    this.edits = null;
    byId("send").append(icon("send"));
    byId("open-commands").append(icon("slash"));
    byId("toggle-keyboard").append(icon("keys"));
    byId("stop-editing").append(icon("close"));
    byId("composer").addEventListener("submit", (event) => this.submit(event));
    byId("stop-editing").addEventListener("click", () => this.edit(null));
    byId("start").addEventListener("click", () => act.send("/start"));
    byId("toggle-keyboard").addEventListener("click", () => this.showKeyboard(byId("keyboard").hidden));
    byId("open-commands").addEventListener("click", () => this.showCommands(byId("commands").hidden));
    byId("commands").addEventListener("keydown", (event) => this.walkCommands(event));
    this.draft.addEventListener("input", () => this.grow());
    this.draft.addEventListener("keydown", (event) => this.onKey(event));
    document.addEventListener("click", (event) => {
      if (!event.target.closest("#commands, #open-commands")) this.showCommands(false);
    });
  }

  submit(event) {
    event.preventDefault();
    const text = this.draft.value.trim();
    if (!text) return;
    if (this.edits) this.act.edit(this.edits.message_id, text);
    else this.act.send(text);
    this.edit(null);
    this.draft.focus();
  }

  onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
    else if (event.key === "ArrowUp" && !this.draft.value) this.edit(this.act.lastOwnText());
    else if (event.key === "Escape") this.edit(null);
    else return;
    event.preventDefault();
  }

  edit(message) {
    this.edits = message ?? null;
    byId("editing").hidden = !message;
    this.draft.value = message?.text ?? "";
    this.grow();
  }

  grow() {
    this.draft.style.height = "auto";
    this.draft.style.height = `${Math.min(this.draft.scrollHeight, 132)}px`;
    byId("composer").classList.toggle("filled", this.draft.value.trim() !== "");
    if (this.draft.value === "/") this.showCommands(true, false);
  }

  setCommands(commands) {
    byId("open-commands").hidden = commands.length === 0;
    byId("commands").replaceChildren(...commands.map(({ command, description }) =>
      make("button", {
        type: "button", role: "menuitem", onclick: () => {
          this.showCommands(false);
          this.edit(null);
          this.act.send(`/${command}`);
        },
      }, make("b", {}, `/${command}`), make("span", { dir: "auto" }, description))));
  }

  showCommands(shown, focus = true) {
    const menu = byId("commands");
    const opens = shown && menu.childElementCount > 0;
    if (menu.hidden === !opens) return;
    menu.hidden = !opens;
    byId("open-commands").setAttribute("aria-expanded", String(opens));
    if (opens && focus) menu.firstElementChild.focus();
  }

  walkCommands(event) {
    const items = [...byId("commands").children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
    else if (event.key === "Escape") {
      this.showCommands(false);
      byId("open-commands").focus();
    } else return;
    event.preventDefault();
  }

  setKeyboard(markup, forceReply) {
    const rows = markup?.keyboard ?? [];
    byId("keyboard").replaceChildren(...rows.map((row) =>
      make("div", { class: "row" }, ...row.map((button) => this.key(button)))));
    byId("toggle-keyboard").hidden = rows.length === 0;
    this.draft.placeholder = markup?.input_field_placeholder || say("write");
    this.showKeyboard(rows.length > 0);
    if (forceReply) this.draft.focus();
  }

  key(button) {
    const style = ["primary", "success", "danger"].includes(button.style) ? button.style : "";
    const sign = button.request_location ? icon("pin") : button.request_contact ? icon("person") : null;
    const press = () => (button.request_location ? this.act.askPlace() : this.act.press(button.text));
    return make("button", { type: "button", class: `key ${style}`, dir: "auto", onclick: press }, sign, button.text);
  }

  showKeyboard(shown) {
    byId("keyboard").hidden = !shown;
    byId("toggle-keyboard").setAttribute("aria-pressed", String(shown));
  }

  // What stands below the chat: Start for an empty one, Unblock for a blocked bot, else the composer.
  setState({ empty, blocked }) {
    byId("blocked-bar").hidden = !blocked;
    byId("start-bar").hidden = blocked || !empty;
    byId("composer").hidden = blocked || empty;
    if (blocked || empty) byId("keyboard").hidden = true;
  }
}
