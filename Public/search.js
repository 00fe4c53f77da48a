// The search form: what it asks, what comes back, and the shell line that asks the same.

import { counted, place } from "./elements.js";
import { List, ask } from "./list.js";
import { apiPath, conditions, curl, pagePath, searchOf } from "./query.js";
import { items } from "./records.js";

const form = place("search");
const hits = new List("hits");

const written = () => searchOf(new FormData(form));

const names = ["in", ...conditions];

// A choice shows what the address asks for, even where it is none of its own: `role=event,origin`.
function show(field, value) {
  field.value = value;
  if (field.value === value || field.tagName !== "SELECT") return;
  field.append(new Option(value, value, false, true));
}

function fill(search, filled) {
  for (const name of filled) show(form.elements[name], search[name] ?? "");
  showCommand();
}

function showCommand() {
  place("command").textContent = curl(location.origin + apiPath(written()));
  place("copied").textContent = "";
}

const nouns = {
  reports: ["report"], localities: ["locality", "localities"], quotations: ["quotation"],
};

async function run(search) {
  place("results").hidden = false;
  place("matched").textContent = "Asking the server …";
  const page = await hits.show(apiPath(search), items[search.in]);
  if (page) place("matched").textContent = `${counted(page.numberMatched, ...nouns[search.in])} found`;
  else if (hits.fault.textContent) place("matched").textContent = "";
  if (page?.numberMatched === 0) await explain(search, hits.running.signal);
}

// Why nothing was found: how each condition was understood, and how many records it leaves alone.
async function explain(search, signal) {
  const { explain } = await ask(apiPath(search, { explain: "1" }), signal).catch(() => ({}));
  if (!explain || signal.aborted) return;
  const told = explain.conditions.map((one) =>
    `${one.parameter}: ${one.understood} (alone ${one.matched})`);
  place("matched").textContent = [place("matched").textContent, ...told].join("; ");
}

// Where the browser gives no clipboard (plain HTTP from another machine) the line is selected.
async function copy() {
  const command = place("command");
  try {
    await navigator.clipboard.writeText(command.textContent);
    place("copied").textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren(command);
    place("copied").textContent = "Selected: copy it with your keyboard.";
  }
}

// What the address of the page asks for, if it asks for anything. At the start, fields that it does
// not name keep what was typed while the scripts were loaded.
function follow(isStart) {
  const parameters = new URLSearchParams(location.search);
  const search = searchOf(parameters);
  const named = names.filter((name) => parameters.has(name));
  fill(search, isStart ? named : names);
  if (named.length) return run(search);
  place("results").hidden = true;
}

export function start() {
  form.addEventListener("input", showCommand);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const search = written();
    history.pushState(null, "", pagePath(search));
    run(search);
  });
  addEventListener("popstate", () => follow(false));
  place("copy").addEventListener("click", copy);
  follow(true);
}
