// Reports, localities and quotations as items of a list.

import { element, counted, line, link, marked, recordLink } from "./elements.js";
import { pagePath } from "./query.js";

const regions = new Intl.DisplayNames(["en"], { type: "region" });

const country = (code) => (/^[A-Z]{2}$/.test(code ?? "") ? regions.of(code) : null);

// A headline stands whole, a text is cut.
function excerpt(snippet) {
  const words = marked(snippet, snippet.highlights);
  return snippet.field === "text" ? ["… ", ...words, " …"] : words;
}

function report(record) {
  const words = record.snippet ? excerpt(record.snippet) : [record.standfirst?.text ?? ""];
  return element(
    "li", {},
    recordLink("reports", record.id, record.headline ?? record.id),
    line("from", record.published ?? "undated", record.source),
    element("p", {}, ...words));
}

function locality(record) {
  const around = [record.admin1, country(record.country_code)].filter((name) => name !== record.name);
  const reports = pagePath({ in: "reports", locality: record.id });
  return element(
    "li", {},
    recordLink("localities", record.id, record.name),
    line(
      "from", record.feature, ...around,
      link(reports, counted(record.report_count, "report")),
      record.quotation_count > 0 && `${counted(record.quotation_count, "quotation")} about it`,
      record.last_published && `last ${record.last_published}`));
}

function speaker(quotation) {
  const { speaker } = quotation;
  if (!speaker) return "nobody named";
  return [speaker.name, speaker.role, speaker.affiliation].filter(Boolean).join(", ");
}

function content(quotation) {
  const found = quotation.snippet?.highlights ?? [];
  const words = quotation.spans.flatMap((span, index) =>
    (index ? [" … ", ...marked(span, found)] : marked(span, found)));
  return quotation.type === "direct" ? ["“", ...words, "”"] : words;
}

function about(quotation) {
  if (quotation.about.length === 0) return null;
  const names = quotation.about.map((one) => recordLink("localities", one.id, one.name));
  return element("span", {}, "about ", ...names.flatMap((name, index) => (index ? [", ", name] : [name])));
}

function quotation(record) {
  return element(
    "li", {},
    element("blockquote", {}, ...content(record)),
    line("who", speaker(record), record.cue && `“${record.cue.text}”`, about(record)),
    line(
      "from", recordLink("reports", record.report, record.report), record.published ?? "undated",
      recordLink("quotations", record.id, `${record.type} quotation`)));
}

export const items = { reports: report, localities: locality, quotations: quotation };
