// Asking the API, and lists that grow by its next pages.

import { place } from "./elements.js";

// A problem that the server told, or that it told nothing.
export class Fault extends Error {
  constructor(problem, status, retryAfter) {
    const parts = [
      problem.detail ?? `The server answered ${status}, and nothing that can be read.`,
      problem.nearest && `The nearest that is valid: “${problem.nearest}”.`,
      retryAfter && `Ask again in ${retryAfter} s.`,
    ];
    super(parts.filter(Boolean).join(" "));
  }
}

export async function ask(path, signal) {
  const request = { headers: { Accept: "application/json" }, signal };
  const answer = await fetch(path, request).catch((error) => {
    throw error.name === "AbortError" ? error : new Fault({ detail: "The server cannot be reached." });
  });
  const body = await answer.json().catch(() => null);
  if (answer.ok && body) return body;
  throw new Fault(body ?? {}, answer.status, answer.headers.get("Retry-After"));
}

// The elements `NAME`, `NAME-more` and `NAME-fault` of the page, filled with one list at a time.
export class List {
  constructor(name) {
    this.items = place(name);
    this.more = place(`${name}-more`);
    this.fault = place(`${name}-fault`);
    this.more.addEventListener("click", () => this.grow(this.next));
  }

  // Shows the first page and answers it; null where another was asked for meanwhile, or on a fault.
  show(path, item) {
    this.running?.abort();
    this.running = new AbortController();
    this.item = item;
    this.items.replaceChildren();
    return this.grow(path);
  }

  async grow(path) {
    const { signal } = this.running;
    this.more.hidden = true;
    this.fault.textContent = "";
    try {
      const page = await ask(path, signal);
      this.add(page);
      return page;
    } catch (error) {
      if (signal.aborted) return null;
      this.fault.textContent = error.message;
      this.more.hidden = path !== this.next;
      return null;
    }
  }

  add(page) {
    const records = page.reports ?? page.localities ?? page.quotations;
    const added = records.map(this.item);
    this.items.append(...added);
    this.next = page.links.find((one) => one.rel === "next")?.href;
    this.more.hidden = !this.next;
    if (this.items.childElementCount > added.length) added[0]?.querySelector("a")?.focus();
  }
}
