// Shows what is loaded, what is newest in it, and how to ask for it.

import { counted, element, link, place } from "./elements.js";
import { List, ask } from "./list.js";
import { curl, encoded, quoted } from "./query.js";
import { items } from "./records.js";
import { start } from "./search.js";

function showCounts(ready) {
  const skipped = ready.skipped.length;
  place("counts").textContent = counted(ready.reports, "report")
    + (skipped ? `, ${counted(skipped, "document")} skipped` : "");
  place("skipped").replaceChildren(
    ...ready.skipped.map((one) => element("li", {}, `${one.document}: ${one.reason}`)));
}

// Every route, its {id} filled with a record that is there; without one it is only named.
function showEndpoints(landing, samples) {
  const rows = landing.links.map((one) => {
    const path = one.href ?? one.template;
    const id = samples[path.split("/")[1]];
    if (one.template && !id) return [element("dt", {}, path), element("dd", {}, "No record to ask for.")];
    const href = path.replace("{id}", encoded(id ?? ""));
    const url = location.origin + href;
    const name = one.method ? `${one.method} ${path}` : link(href, path);
    const command = one.method ? send("The mayor said the bridge was gone.", url) : curl(url);
    return [element("dt", {}, name), element("dd", {}, element("code", {}, command))];
  });
  place("endpoints").replaceChildren(...rows.flat());
}

const send = (text, url) =>
  `curl -H 'Content-Type: text/plain' --data-binary ${quoted(text)} ${quoted(url)}`;

async function showLoaded() {
  place("counts").textContent = "Asking the server …";
  try {
    showCounts(await ask("/readyz"));
  } catch (error) {
    place("counts").textContent = error.message;
  }
}

// The lists, then the routes with the first record of each.
async function showNewest() {
  const [reports, localities, quotations, landing] = await Promise.all([
    new List("reports").show("/reports?limit=5&fields=id,headline,published,source", items.reports),
    new List("localities").show("/localities?limit=10", items.localities),
    new List("quotations").show("/quotations?limit=5", items.quotations),
    ask("/").catch(() => ({ links: [] })),
  ]);
  showEndpoints(landing, {
    reports: reports?.reports[0]?.id,
    localities: localities?.localities[0]?.id,
    quotations: quotations?.quotations[0]?.id,
  });
}

start();
showLoaded();
showNewest();
