// Everything the page itself says. What stands on a card comes from the packs.

const words = {
  en: {
    preview: "Preview", to_cards: "To the cards", page_language: "Language of this page", filters: "Filter the cards",
    search: "Word, number or file", kinds: "Show", only: "Only cards with", topic: "Topic", country: "Country",
    languages: "Languages", as_of: "As of this day", cards: "Cards", all: "All", any: "Any",
    topics: "Topics", situations: "In danger", exercises: "Checks, quizzes, lists",
    reset: "Show all cards again", filter: "Filter", filter_on: "Filter ({count})",
    kind_topic: "Topics", kind_urgent: "In danger", kind_help: "Whom to call", kind_fees: "What it costs",
    kind_own: "The bot itself", kind_contact: "Numbers to save", kind_urgent_there: "In danger, by country",
    kind_check: "Checks", kind_quiz: "Quizzes", kind_checklist: "Checklists",
    mark_findings: "findings", mark_due: "facts to check again", mark_expired: "expired facts", mark_outdated: "an outdated translation",
    reads: "Reloads when a file in {folder} is saved", loading: "Reading the packs…", lost: "The preview has ended. Start it again; the page comes back by itself.",
    written: "Written down on {day}", as_of_note: "Age of facts as of {day}", day_fixed: "The day is fixed in a written page.",
    count: "{count} cards", count_one: "1 card", more: "Show more cards", nothing: "No card fits. Change the filter.",
    reloaded: "Read again. Cards that changed: {count}", not_reloaded: "A file is broken. See what to put right on top.", not_shown: "That button opens no card: it does something in the chat.",
    copied: "Copied: {text}",
    findings: "What was found", findings_here: "Findings", facts_here: "Facts", files_here: "Comes from", labels_from: "Buttons and names from", letters: "{count} letters",
    found: "Errors: {errors}, warnings: {warnings}",
    kept: "A file is broken, so these are the last good cards. The bot goes on with them too. Put this right:",
    draft: "The packs have errors, so the bot cannot use them yet. What can be read is shown. Put this right:",
    error: "error", warning: "warning", show_cards: "Show its cards", more_findings: "{count} more",
    not_offered: "not offered yet", not_ready: "Not ready yet: words are missing or wrong. See the findings.",
    fresh: "fresh", due: "check again", expired: "expired", outdated: "outdated", has_findings: "Findings: {count}",
    known: "known of {day}", checked: "checked on {day}", page: "page {page}", sample: "asked: {money}",
    edited: "edited", call: "Call", copy: "Copy", link: "opens a website", copies: "copies text",
    location: "", voice_message: "", a_photo: "", a_sticker: "", you: "",
  },
  bn: {
    preview: "কার্ড দেখা", to_cards: "কার্ডে যান", page_language: "এই পাতার ভাষা", filters: "কার্ড বাছুন",
    search: "শব্দ, নম্বর বা ফাইল", kinds: "কোনগুলো দেখবেন", only: "শুধু যে কার্ডে আছে", topic: "বিষয়", country: "দেশ",
    languages: "ভাষা", as_of: "যে দিনের হিসাবে", cards: "কার্ড", all: "সব", any: "যেকোনো",
    topics: "বিষয়", situations: "বিপদে", exercises: "যাচাই, কুইজ, তালিকা",
    reset: "আবার সব কার্ড দেখান", filter: "বাছাই", filter_on: "বাছাই ({count})",
    kind_topic: "বিষয়", kind_urgent: "বিপদে পড়লে", kind_help: "কাকে ফোন করবেন", kind_fees: "কত খরচ",
    kind_own: "বটের নিজের কথা", kind_contact: "সেভ করার নম্বর", kind_urgent_there: "বিপদে পড়লে, দেশ ধরে",
    kind_check: "যাচাই", kind_quiz: "কুইজ", kind_checklist: "মেলানোর তালিকা",
    mark_findings: "ভুল বা পরামর্শ", mark_due: "আবার যাচাই করার তথ্য", mark_expired: "মেয়াদ পেরোনো তথ্য", mark_outdated: "পুরোনো অনুবাদ",
    reads: "{folder} ফোল্ডারে ফাইল সেভ করলেই নতুন করে দেখাবে", loading: "ফাইল পড়া হচ্ছে…", lost: "প্রিভিউ বন্ধ হয়ে গেছে। আবার চালু করুন, পাতাটা নিজেই ফিরে আসবে।",
    written: "{day} তারিখে লেখা পাতা", as_of_note: "{day} তারিখে তথ্য কত পুরোনো, সেই হিসাব", day_fixed: "লেখা পাতায় তারিখ বদলানো যায় না।",
    count: "{count}টি কার্ড", count_one: "১টি কার্ড", more: "আরও কার্ড দেখান", nothing: "কোনো কার্ড মেলেনি। বাছাই বদলে দেখুন।",
    reloaded: "নতুন করে পড়া হলো। বদলানো কার্ড: {count}", not_reloaded: "একটি ফাইলে ভুল আছে। কী ঠিক করতে হবে, উপরে দেখুন।", not_shown: "এই বোতাম কোনো কার্ড খোলে না, চ্যাটে অন্য কাজ করে।",
    copied: "কপি হয়েছে: {text}",
    findings: "যা পাওয়া গেছে", findings_here: "ভুল ও পরামর্শ", facts_here: "তথ্য", files_here: "যে ফাইল থেকে", labels_from: "বোতাম ও নাম যেখান থেকে", letters: "{count} অক্ষর",
    found: "ভুল: {errors}, পরামর্শ: {warnings}",
    kept: "একটি ফাইলে ভুল আছে, তাই আগের ঠিক কার্ডগুলো দেখানো হচ্ছে। বটও সেগুলো দিয়েই চলছে। এটা ঠিক করুন:",
    draft: "ফাইলে ভুল আছে, তাই বট এখনো এগুলো ব্যবহার করতে পারবে না। যতটুকু পড়া যায়, ততটুকু দেখানো হচ্ছে। এটা ঠিক করুন:",
    error: "ভুল", warning: "পরামর্শ", show_cards: "এর কার্ড দেখান", more_findings: "আরও {count}টি",
    not_offered: "এখনো চালু নয়", not_ready: "এখনো তৈরি নয়: কথা বাদ আছে বা ভুল আছে। পাশে দেখুন।",
    fresh: "নতুন", due: "আবার যাচাই করুন", expired: "মেয়াদ পেরিয়েছে", outdated: "পুরোনো অনুবাদ", has_findings: "পাওয়া গেছে: {count}",
    known: "{day} তারিখের তথ্য", checked: "{day} তারিখে যাচাই করা", page: "পাতা {page}", sample: "চাওয়া হয়েছে: {money}",
    edited: "বদলানো", call: "কল", copy: "কপি", link: "ওয়েবসাইট খোলে", copies: "লেখা কপি করে",
    location: "", voice_message: "", a_photo: "", a_sticker: "", you: "",
  },
};

let language = "en";

export function pageLanguage() {
  return language;
}

export function say(word, values = {}) {
  const text = words[language][word] ?? words.en[word] ?? "";
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

const locale = () => (language === "bn" ? "bn-BD" : "en-GB");

export function inDigits(number) {
  return new Intl.NumberFormat(locale()).format(number);
}

// A day, or only a month or a year: 2026-05-31, 2026-05, 2026.
export function inWords(day) {
  const [, month, date] = day.split("-");
  const exact = { year: "numeric", month: month && "long", day: date && "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale(), exact).format(new Date(day));
}

// A card has no time of its own; every message of the preview comes at the same one.
export function clockTime() {
  return new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(2026, 0, 1, 10, 30));
}

// Puts every word of the page, visible or only heard, into one language.
export function speak(chosen) {
  language = chosen in words ? chosen : "en";
  document.documentElement.lang = language;
  document.title = say("preview");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = say(element.dataset.placeholder);
}
