// Makes elements. Text goes in as text only, so nothing a message says can become markup.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  send: "M3.5 11.2 20 4l-4.6 16-3.9-6.1zM11.5 13.9 20 4",
  slash: "M14.5 5 9.5 19",
  keys: "M4 6.5h16v11H4zM7.5 10h.01M11 10h.01M14.5 10h.01M17 10h.01M8 14h8",
  sliders: "M4 7h8M18 7h2M4 17h2M12 17h8M18 7a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM12 17a3 3 0 1 1-6 0 3 3 0 0 1 6 0z",
  close: "M6 6l12 12M18 6 6 18",
  down: "M6 9.5l6 6 6-6",
  call: "M6.5 4h3l1.6 4.2-2 1.5a11 11 0 0 0 5.2 5.2l1.5-2L20 14.5v3A2.5 2.5 0 0 1 17.5 20 13.5 13.5 0 0 1 4 6.5 2.5 2.5 0 0 1 6.5 4z",
  copy: "M9 9h10v11H9zM6 15H5V4h10v2",
  out: "M8 16 16.5 7.5M9.5 7h7.5v7.5",
  pin: "M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11zM12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
  play: "M8.5 5.5v13l10-6.5z",
  photo: "M4 6h16v12H4zM4 16l4.5-4.5 3.5 3.5 2.5-2.5L20 17M15.5 9.5h.01",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5",
};

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function icon(name) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("class", `icon icon-${name}`);
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  picture.append(path);
  return picture;
}

// The first letter as a reader sees it: a Bangla letter keeps its vowel signs.
export function initial(name) {
  const letters = Intl.Segmenter ? [...new Intl.Segmenter().segment(name)].map((part) => part.segment) : [...name];
  return letters[0] ?? "";
}

export function byId(id) {
  return document.getElementById(id);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make("textarea", { class: "off-screen" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}
