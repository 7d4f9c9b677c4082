// What there is to show: held in the page when it was written down, else read from the server, again and again.

const held = document.getElementById("cards-data");

export const written = held !== null;

export async function load(asOf) {
  if (held) return JSON.parse(held.textContent);
  const answer = await fetch(`/cards.json${asOf ? `?as_of=${encodeURIComponent(asOf)}` : ""}`);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

// Calls `changed` with the number of each new version, `lost` while nobody answers.
export function follow(changed, lost) {
  if (written) return;
  const stream = new EventSource("/changes");
  stream.addEventListener("message", (event) => changed(Number(event.data)));
  stream.addEventListener("error", lost);
}
