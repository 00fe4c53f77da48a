// Shows what is loaded and how to ask for it. Text goes in as text, never as markup.

const place = (id) => document.getElementById(id);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

async function ask(path) {
  const answer = await fetch(path, { headers: { Accept: "application/json" } });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail ?? answer.statusText);
  return body;
}

function showCounts(ready) {
  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
  const skipped = ready.skipped.length;
  place("counts").textContent = plural(ready.reports, "report")
    + (skipped ? `, ${plural(skipped, "document")} skipped` : "");
  place("skipped").replaceChildren(
    ...ready.skipped.map((one) => element("li", {}, `${one.document}: ${one.reason}`)));
}

function showReports(list) {
  const item = (report) => element(
    "li", {},
    element("a", { href: `/reports/${encodeURIComponent(report.id)}` }, report.headline ?? report.id),
    element("span", { className: "from" },
      [report.published ?? "undated", report.source].filter(Boolean).join(" · ")));
  place("reports").replaceChildren(...list.reports.map(item));
  place("more").hidden = false;
}

// Every route, its {id} filled with a report that is there.
function showEndpoints(landing, sample) {
  const rows = landing.links.map((link) => {
    const href = link.href ?? link.template.replace("{id}", encodeURIComponent(sample ?? ""));
    return [
      element("dt", {}, element("a", { href }, link.href ?? link.template)),
      element("dd", {}, element("code", {}, `curl '${location.origin}${href}'`)),
    ];
  });
  place("endpoints").replaceChildren(...rows.flat());
}

try {
  const [ready, list, landing] = await Promise.all(
    [ask("/readyz"), ask("/reports?limit=10"), ask("/")]);
  showCounts(ready);
  showReports(list);
  showEndpoints(landing, list.reports[0]?.id);
} catch (error) {
  place("counts").textContent = `The server does not answer as expected: ${error.message}`;
}
