// The page's own words. They stand in preview.yaml of the packs, and come with the cards.

let languages = [];
let spoken = null;
let wanted = "";

export function pageLanguage() {
  return spoken?.code ?? wanted;
}

export function pageLanguages() {
  return languages;
}

export function say(word, values = {}) {
  return (spoken?.words[word] ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export function inDigits(number) {
  return new Intl.NumberFormat(spoken.locale).format(number);
}

// A day, or only a month or a year: 2026-05-31, 2026-05, 2026.
export function inWords(day) {
  const [, month, date] = day.split("-");
  const exact = { year: "numeric", month: month && "long", day: date && "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat(spoken.locale, exact).format(new Date(day));
}

// A card has no time of its own; every message of the preview comes at the same one.
export function clockTime() {
  return new Intl.DateTimeFormat(spoken.locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(2026, 0, 1, 10, 30));
}

// The languages that the page can speak now; it goes on in the one that was wanted.
export function learn(known) {
  languages = known;
  speak(wanted);
}

// Puts every word of the page, visible or only heard, into one language; English where it knows no `chosen`.
export function speak(chosen) {
  wanted = chosen;
  const called = (code) => languages.find((one) => one.code === code);
  spoken = called(chosen) ?? called("en") ?? languages[0] ?? null;
  if (!spoken) return;
  document.documentElement.lang = spoken.code;
  document.title = say("preview");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = say(element.dataset.placeholder);
}
