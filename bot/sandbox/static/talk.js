// The list of messages: adds, changes, removes, and keeps the newest in sight.

import { bubble } from "/look/bubbles.js";
import { byId, make } from "/look/elements.js";
import { dayName } from "/static/words.js";

const NEAR = 90; // this close to the end, new messages are followed

export class Talk {
  constructor(act) {
    this.act = act;
    this.list = byId("messages");
    this.scroller = byId("talk");
    this.messages = new Map();
    this.busy = new Map();
    this.scroller.addEventListener("scroll", () => this.offerEnd(), { passive: true });
    byId("to-end").addEventListener("click", () => this.toEnd("smooth"));
    new ResizeObserver(() => this.follows && this.toEnd()).observe(this.scroller);
    this.follows = true;
  }

  show(messages) {
    byId("log").setAttribute("aria-busy", "true");
    this.messages = new Map(messages.map((message) => [message.message_id, message]));
    this.draw();
    byId("log").removeAttribute("aria-busy");
    this.toEnd();
  }

  draw() {
    this.list.replaceChildren();
    for (const message of this.messages.values()) this.place(message);
  }

  add(message) {
    this.messages.set(message.message_id, message);
    const follow = this.follows || !message.from.is_bot;
    const item = this.place(message);
    item.classList.add("new");
    if (follow && item.offsetHeight > this.scroller.clientHeight) this.toStart(item);
    else if (follow) this.toEnd();
    else this.offerEnd();
  }

  change(message) {
    if (!this.messages.has(message.message_id)) return this.add(message);
    const follow = this.follows;
    const focused = this.focusedButton(message.message_id);
    this.messages.set(message.message_id, message);
    const fresh = this.bubble(message);
    this.item(message.message_id)?.replaceWith(fresh);
    this.tidy();
    fresh.querySelectorAll(".key")[focused]?.focus({ preventScroll: true });
    if (follow) this.toEnd();
  }

  remove(ids) {
    for (const id of ids) {
      this.messages.delete(id);
      this.item(id)?.remove();
    }
    this.tidy();
  }

  clear() {
    this.messages.clear();
    this.busy.clear();
    this.list.replaceChildren();
  }

  // A tapped button spins until the bot answers this query.
  spin(messageId, data, query) {
    this.busy.set(`${messageId} ${data}`, query);
    this.refreshBusy(messageId);
  }

  unspin(query) {
    for (const [key, waiting] of this.busy) {
      if (waiting !== query) continue;
      this.busy.delete(key);
      this.refreshBusy(Number(key.split(" ", 1)[0]));
    }
  }

  refreshBusy(messageId) {
    const buttons = this.messages.get(messageId)?.reply_markup?.inline_keyboard.flat() ?? [];
    const elements = this.item(messageId)?.querySelectorAll(".key") ?? [];
    elements.forEach((element, place) => {
      element.toggleAttribute("aria-busy", false);
      if (this.isBusy(messageId, buttons[place]?.callback_data)) element.setAttribute("aria-busy", "true");
    });
  }

  isBusy(messageId, data) {
    return data !== undefined && this.busy.has(`${messageId} ${data}`);
  }

  lastOwnText() {
    return [...this.messages.values()].reverse().find((message) => !message.from.is_bot && message.text);
  }

  bubble(message) {
    return bubble(message, this.act, (id, data) => this.isBusy(id, data));
  }

  place(message) {
    const day = dayName(message.date);
    if (this.list.lastElementChild?.dataset.day !== day && this.lastDay() !== day) {
      this.list.append(make("li", { class: "day", "data-day": day }, make("span", {}, day)));
    }
    const item = this.bubble(message);
    this.list.append(item);
    this.tidy();
    return item;
  }

  lastDay() {
    const days = this.list.querySelectorAll(".day");
    return days[days.length - 1]?.dataset.day;
  }

  // Days without messages go; the last bubble of a run gets its tail.
  tidy() {
    const items = [...this.list.children];
    items.forEach((item, place) => {
      const next = items[place + 1];
      if (item.classList.contains("day") && (!next || next.classList.contains("day"))) item.remove();
      else item.classList.toggle("last", !next || next.className.split(" ")[0] !== item.className.split(" ")[0]);
    });
  }

  item(id) {
    return this.list.querySelector(`[data-message="${id}"]`);
  }

  focusedButton(id) {
    return [...(this.item(id)?.querySelectorAll(".key") ?? [])].indexOf(document.activeElement);
  }

  isNearEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  offerEnd() {
    this.follows = this.isNearEnd();
    byId("to-end").hidden = this.follows;
  }

  // A card taller than the screen is read from its first line.
  toStart(item) {
    const above = item.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
    this.scroller.scrollBy({ top: above - 8, behavior: "instant" });
    this.offerEnd();
  }

  toEnd(behavior = "instant") {
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: calm ? "instant" : behavior });
    this.follows = true;
    byId("to-end").hidden = true;
  }
}
