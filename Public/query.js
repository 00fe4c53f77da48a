// Queries as values: from the search form to a path of the API, a shell line and the page's own address.

// What can be searched, and what of it the page asks for.
export const lists = {
  reports: { path: "/reports", shape: { fields: "id,headline,standfirst,published,source,snippet" } },
  localities: { path: "/localities", shape: {} },
  quotations: { path: "/quotations", shape: {} },
};

export const conditions = ["q", "speaker", "locality", "role", "bbox", "spatial", "published"];

const pageSize = 10;

// Percent-encoded; what a query and a path segment may hold as it is stays readable (RFC 3986, 3.3).
export const encoded = (text) => encodeURIComponent(text).replace(/%(3A|2C|40)/g, decodeURIComponent);

const queryOf = (pairs) => pairs
  .map(([name, value]) => `${name}=${encoded(value).replaceAll("%2F", "/")}`).join("&");

// A search is {in, q, speaker, …}; conditions that hold nothing are left out.
export function searchOf(parameters) {
  const kind = parameters.get("in");
  const filled = conditions.map((name) => [name, (parameters.get(name) ?? "").trim()])
    .filter(([, value]) => value);
  return { in: Object.hasOwn(lists, kind ?? "") ? kind : "reports", ...Object.fromEntries(filled) };
}

// What may lie in an area is asked of an area only.
const conditionsOf = (search) => conditions
  .filter((name) => search[name] && (name !== "spatial" || search.bbox))
  .map((name) => [name, search[name]]);

export function apiPath(search, more = {}) {
  const { path, shape } = lists[search.in];
  const parameters = [
    ...conditionsOf(search), ...Object.entries({ ...shape, limit: `${pageSize}`, ...more }),
  ];
  return `${path}?${queryOf(parameters)}`;
}

export const pagePath = (search) => `/?${queryOf([["in", search.in], ...conditionsOf(search)])}`;

// One word of a POSIX shell: nothing has a meaning between single quotes but the quote that ends them.
export const quoted = (word) => `'${word.replaceAll("'", "'\\''")}'`;

export const curl = (url) => `curl ${quoted(url)}`;

// A range's text in pieces, those found in it apart. Offsets count code points of the whole field.
export function pieces(range, found) {
  const characters = [...range.text];
  const cut = (start, end, isFound) => ({
    text: characters.slice(Math.max(start - range.start, 0), Math.max(end - range.start, 0)).join(""),
    isFound,
  });
  let end = range.start;
  const parts = found.flatMap((one) => {
    const parts = [cut(end, one.start, false), cut(Math.max(one.start, end), one.end, true)];
    end = Math.max(one.end, end);
    return parts;
  });
  return [...parts, cut(end, range.start + characters.length, false)].filter((part) => part.text);
}
