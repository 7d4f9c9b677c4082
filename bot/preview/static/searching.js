// Which cards fit the filter.

const BANGLA_ZERO = 0x09e6;

// Capitals and the two kinds of digits make no difference to who looks for something.
function plain(text) {
  return text.normalize("NFC").toLowerCase().replace(/[\u09e6-\u09ef]/g, (digit) => digit.charCodeAt(0) - BANGLA_ZERO);
}

const known = new WeakMap();

function wordsOf(card, gallery) {
  if (!known.has(card)) {
    const said = Object.values(card.messages).filter(Boolean).flatMap((message) => [
      message.text, message.contact?.first_name, message.contact?.phone_number,
      ...(message.reply_markup?.inline_keyboard.flat().map((button) => button.text) ?? []),
    ]);
    const found = card.findings.flatMap((number) => [gallery.findings[number].name, gallery.findings[number].seen]);
    known.set(card, plain([...said, ...found, card.key, ...card.files.map(([file]) => file)].join("\n")));
  }
  return known.get(card);
}

export function marksOf(card, gallery) {
  const found = card.findings.map((number) => gallery.findings[number]);
  const ages = card.facts.map((name) => gallery.facts[name].freshness);
  return {
    findings: found.length > 0,
    due: ages.includes("due") || ages.includes("expired"),
    expired: ages.includes("expired"),
    outdated: found.some((finding) => finding.name === "outdated"),
  };
}

export const MARKS = ["findings", "due", "expired", "outdated"];

export function chosen(gallery, filter) {
  const wanted = plain(filter.search).split(/\s+/).filter(Boolean);
  return gallery.cards.filter((card) => {
    if (filter.kind && card.kind !== filter.kind) return false;
    if (filter.country && card.country !== filter.country) return false;
    if (filter.topic && card.topic !== filter.topic) return false;
    if (filter.only && !filter.only.includes(card.key)) return false;
    if (filter.marks.length) {
      const marks = marksOf(card, gallery);
      if (!filter.marks.every((mark) => marks[mark])) return false;
    }
    return wanted.length === 0 || wanted.every((word) => wordsOf(card, gallery).includes(word));
  });
}
