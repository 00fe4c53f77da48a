// Elements of the page. Text goes in as text, never as markup.

import { encoded, pieces } from "./query.js";

export const place = (id) => document.getElementById(id);

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export const link = (href, text) => element("a", { href }, text);

export const recordLink = (list, id, text) => link(`/${list}/${encoded(id)}`, text);

export const counted = (count, word, words = `${word}s`) => `${count} ${count === 1 ? word : words}`;

// The words of a range, those that were looked for as <mark>.
export const marked = (range, found) => pieces(range, found)
  .map((piece) => (piece.isFound ? element("mark", {}, piece.text) : piece.text));

// Parts with a mark between them; those that are missing are left out.
export function line(className, ...parts) {
  const there = parts.filter(Boolean);
  return element("span", { className }, ...there.flatMap((part, index) => (index ? [" · ", part] : [part])));
}
