// Everything the page itself says. What the bot says comes from the bot.

const words = {
  en: {
    phone: "The person's phone", controls: "Rehearsal controls", messages: "Messages", commands: "Commands",
    write: "Message", keyboard: "Buttons of the bot", send: "Send", start: "Start", cancel: "Cancel", close: "Close",
    editing: "Edit message", to_end: "Newest messages", ok: "OK",
    bot: "bot", typing: "typing…", record_voice: "recording voice…", upload_photo: "sending a photo…",
    find_location: "looking for a place…", lost: "connection lost, trying again…",
    rehearsal: "Rehearsal", stays_here: "A chat on this computer. Nothing you write here leaves it or is stored.",
    bot_listens: "The bot is listening.", bot_silent: "The bot is not listening. What you send waits for it.",
    waiting: "Waiting for it: {count}",
    page_language: "Language of this page", people: "Who is writing", name: "Name", add: "Add a person",
    app_language: "Language of their Telegram app",
    send_place: "Send a location", send_other: "Send something else", voice: "Voice", sticker: "Sticker",
    photo: "Photo", contact: "Own number", chat: "Chat", block: "Block the bot", unblock: "Unblock the bot",
    clear: "Clear the chat", first_person: "Rina", empty: "No messages yet",
    edited: "edited", call: "Call", to_copy: "Copy", copied: "Copied: {text}", link: "opens a website",
    copies: "copies text", location: "Location", voice_message: "Voice message", a_photo: "Photo",
    a_sticker: "Sticker {emoji}", today: "Today", yesterday: "Yesterday", you: "You", number_copied: "Number copied",
    choose_place: "Which location?", failed: "That did not work: {reason}",
    places: {
      dhaka: "Dhaka, Bangladesh", riyadh: "Riyadh, Saudi Arabia", dubai: "Dubai, UAE",
      kuala_lumpur: "Kuala Lumpur, Malaysia", doha: "Doha, Qatar", kuwait: "Kuwait City, Kuwait", beirut: "Beirut, Lebanon",
      tripoli: "Tripoli, Libya", milan: "Milan, Italy", belgrade: "Belgrade, Serbia",
    },
  },
  bn: {
    phone: "ব্যবহারকারীর ফোন", controls: "মহড়ার বোতাম", messages: "বার্তা", commands: "কমান্ড",
    write: "বার্তা লিখুন", keyboard: "বটের বোতাম", send: "পাঠান", start: "শুরু করুন", cancel: "বাতিল", close: "বন্ধ করুন",
    editing: "বার্তা বদলান", to_end: "সবশেষ বার্তা", ok: "ঠিক আছে",
    bot: "বট", typing: "লিখছে…", record_voice: "কথা রেকর্ড করছে…", upload_photo: "ছবি পাঠাচ্ছে…",
    find_location: "জায়গা খুঁজছে…", lost: "সংযোগ কেটে গেছে, আবার চেষ্টা চলছে…",
    rehearsal: "মহড়া", stays_here: "এই চ্যাট শুধু এই কম্পিউটারে। এখানে যা লিখবেন তা বাইরে যায় না, জমাও থাকে না।",
    bot_listens: "বট শুনছে।", bot_silent: "বট এখন শুনছে না। যা পাঠাবেন তা বটের জন্য অপেক্ষা করবে।",
    waiting: "অপেক্ষায় আছে: {count}",
    page_language: "এই পাতার ভাষা", people: "কে লিখছেন", name: "নাম", add: "আরেকজন যোগ করুন",
    app_language: "তাঁর টেলিগ্রাম অ্যাপের ভাষা",
    send_place: "জায়গার অবস্থান পাঠান", send_other: "অন্য কিছু পাঠান", voice: "কথা", sticker: "স্টিকার",
    photo: "ছবি", contact: "নিজের নম্বর", chat: "চ্যাট", block: "বট ব্লক করুন", unblock: "ব্লক তুলে নিন",
    clear: "চ্যাট মুছুন", first_person: "রিনা", empty: "এখনো কোনো বার্তা নেই",
    edited: "বদলানো", call: "কল", to_copy: "কপি", copied: "কপি হয়েছে: {text}", link: "ওয়েবসাইট খোলে",
    copies: "লেখা কপি করে", location: "অবস্থান", voice_message: "কথার বার্তা", a_photo: "ছবি",
    a_sticker: "স্টিকার {emoji}", today: "আজ", yesterday: "গতকাল", you: "আপনি", number_copied: "নম্বর কপি হয়েছে",
    choose_place: "কোন জায়গা?", failed: "কাজ হয়নি: {reason}",
    places: {
      dhaka: "ঢাকা, বাংলাদেশ", riyadh: "রিয়াদ, সৌদি আরব", dubai: "দুবাই, আরব আমিরাত",
      kuala_lumpur: "কুয়ালালামপুর, মালয়েশিয়া", doha: "দোহা, কাতার", kuwait: "কুয়েত সিটি, কুয়েত", beirut: "বৈরুত, লেবানন",
      tripoli: "ত্রিপোলি, লিবিয়া", milan: "মিলান, ইতালি", belgrade: "বেলগ্রেড, সার্বিয়া",
    },
  },
};

export const places = {
  dhaka: [23.8103, 90.4125], riyadh: [24.7136, 46.6753], dubai: [25.2048, 55.2708],
  kuala_lumpur: [3.139, 101.6869], doha: [25.2854, 51.531], kuwait: [29.3759, 47.9774], beirut: [33.8938, 35.5018],
  tripoli: [32.8872, 13.1913], milan: [45.4642, 9.19], belgrade: [44.7866, 20.4489],
};

let language = "en";

export function pageLanguage() {
  return language;
}

export function say(word, values = {}) {
  const text = words[language][word] ?? words.en[word] ?? "";
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export function placeName(place) {
  return words[language].places[place];
}

export function inDigits(number) {
  return new Intl.NumberFormat(language === "bn" ? "bn-BD" : "en-GB").format(number);
}

// Puts every word of the page, visible or only heard, into one language.
export function speak(chosen) {
  language = chosen in words ? chosen : "en";
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    if (element.matches("button")) element.title = say(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) {
    element.placeholder = say(element.dataset.placeholder);
  }
}

export function clockTime(seconds) {
  const locale = language === "bn" ? "bn-BD" : "en-GB";
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(seconds * 1000));
}

export function dayName(seconds) {
  const day = new Date(seconds * 1000);
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(day).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days === 0) return say("today");
  if (days === 1) return say("yesterday");
  const locale = language === "bn" ? "bn-BD" : "en-GB";
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" }).format(day);
}
