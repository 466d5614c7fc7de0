// Sortable tables: <table data-sortable>, with data-sort="text" or "number" on the headings.
// A cell may carry data-value where what is shown is not what is sorted by.

type Direction = "ascending" | "descending";

// Names are Danish in either language of the page, and ordered as the server orders them.
const collator = new Intl.Collator("da", { numeric: true });

function value(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return (cell?.dataset["value"] ?? cell?.textContent ?? "").trim();
}

function compare(a: string, b: string, kind: string): number {
  // What is not known comes last, whichever way the table is sorted.
  return kind === "number" ? Number(a) - Number(b) : collator.compare(a, b);
}

function sort(table: HTMLTableElement, heading: HTMLTableCellElement): void {
  const body = table.tBodies[0];
  if (!body) return;
  const before = heading.getAttribute("aria-sort");
  const first: Direction = heading.dataset["sort"] === "number" ? "descending" : "ascending";
  const other: Direction = first === "ascending" ? "descending" : "ascending";
  const direction = before === first ? other : first;
  const sign = direction === "ascending" ? 1 : -1;
  const rows = [...body.rows].map((row) => ({ row, key: value(row, heading.cellIndex) }));
  const known = rows.filter(({ key }) => key !== "");
  const unknown = rows.filter(({ key }) => key === "");
  known.sort((a, b) => sign * compare(a.key, b.key, heading.dataset["sort"] ?? "text"));
  body.append(...[...known, ...unknown].map(({ row }) => row));
  for (const each of table.querySelectorAll("th[aria-sort]")) each.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", direction);
}

function addButton(table: HTMLTableElement, heading: HTMLTableCellElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sort-button";
  button.append(...heading.childNodes);
  heading.append(button);
  button.addEventListener("click", () => sort(table, heading));
}

/** Give the headings of sortable tables below `root` their buttons; once each. */
export function sortTables(root: ParentNode): void {
  for (const table of root.querySelectorAll<HTMLTableElement>("table[data-sortable]")) {
    if (table.dataset["sortable"] === "ready") continue;
    table.dataset["sortable"] = "ready";
    const headings = table.querySelectorAll<HTMLTableCellElement>("th[data-sort]");
    for (const heading of headings) addButton(table, heading);
  }
}
