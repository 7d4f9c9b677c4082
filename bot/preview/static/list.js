// The list of cards: the first ones at once, more as one reads on; what did not change stays in its place.

import { byId } from "/look/elements.js";
import { cardItem } from "/static/card.js";

const AT_ONCE = 12;

export class List {
  constructor(act) {
    this.act = act;
    this.holder = byId("cards");
    this.made = new Map();
    this.cards = [];
    this.limit = AT_ONCE;
    const more = byId("more-cards");
    more.addEventListener("click", () => this.more());
    new IntersectionObserver(([seen]) => seen.isIntersecting && this.more(), { rootMargin: "1200px" }).observe(more);
  }

  // `fresh`: a new choice of cards begins at the top; the same choice, read again, stays where it is.
  show(gallery, cards, hidden, fresh) {
    this.gallery = gallery;
    this.cards = cards;
    this.hidden = hidden;
    if (fresh) this.limit = AT_ONCE;
    return this.draw();
  }

  more() {
    if (this.limit >= this.cards.length) return;
    this.limit += AT_ONCE;
    this.draw();
  }

  // Shows the list down to this card and puts the reader in front of it.
  goTo(card) {
    this.limit = Math.max(this.limit, this.cards.indexOf(card) + 3);
    this.draw();
    const item = this.made.get(card.key).item;
    item.scrollIntoView({ block: "start" });
    item.querySelector("h2").focus({ preventScroll: true });
    flash(item);
  }

  // Makes what is new or changed and tells how many cards changed.
  draw() {
    const shown = this.cards.slice(0, this.limit);
    const items = [];
    let changed = 0;
    for (const card of shown) {
      const print = this.print(card);
      let made = this.made.get(card.key);
      if (made?.print !== print) {
        const item = cardItem(card, this.gallery, this.hidden, this.act);
        if (made && made.content !== content(card)) {
          changed += 1;
          flash(item);
        }
        made = { print, item, content: content(card) };
        this.made.set(card.key, made);
      }
      items.push(made.item);
    }
    place(this.holder, items);
    byId("more-cards").hidden = this.limit >= this.cards.length;
    return changed;
  }

  // All that a card's look depends on.
  print(card) {
    const { findings, facts, languages } = this.gallery;
    return JSON.stringify([
      document.documentElement.lang, this.hidden, languages, card,
      card.findings.map((number) => findings[number]), card.facts.map((name) => facts[name]),
    ]);
  }
}

function content(card) {
  return JSON.stringify(card.messages);
}

// Items that stay are not touched, so the reader's place and focus stay too.
function place(holder, items) {
  const staying = new Set(items);
  for (const child of [...holder.children]) if (!staying.has(child)) child.remove();
  items.forEach((item, at) => {
    if (holder.children[at] !== item) holder.insertBefore(item, holder.children[at] ?? null);
  });
}

function flash(item) {
  item.classList.remove("flash");
  requestAnimationFrame(() => item.classList.add("flash"));
}
