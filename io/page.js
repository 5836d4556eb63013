// Tables sort by their headings, and long ones can be searched. The page is complete without.
"use strict";
(() => {
  const number = text => {
    const found = text.trim().replace("\u2212", "-").replace(",", ".").match(/^[-+]?\d+(\.\d+)?/);
    return found ? Number(found[0]) : -1e300;
  };
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const sort = (table, heading) => {
    const at = heading.cellIndex, body = table.tBodies[0];
    const down = heading.getAttribute("aria-sort") === "ascending";
    const text = row => row.cells[at].textContent;
    const compare = heading.classList.contains("number")
      ? (one, other) => number(text(one)) - number(text(other))
      : (one, other) => order.compare(text(one), text(other));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...body.rows].sort((one, other) => (down ? -1 : 1) * compare(one, other));
    body.append(...rows);
  };

  for (const table of document.querySelectorAll("table")) {
    if (!table.tHead || table.classList.contains("grid") || table.tBodies[0].rows.length < 2) continue;
    for (const heading of table.tHead.rows[0].cells) {
      if (!heading.textContent.trim()) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(table, heading));
      heading.append(button);
    }
    if (!table.hasAttribute("data-filter") || table.tBodies[0].rows.length < 20) continue;
    const field = document.createElement("input");
    field.type = "search";
    field.placeholder = document.body.dataset.search;
    field.setAttribute("aria-label", field.placeholder + ": " + table.caption.textContent);
    field.addEventListener("input", () => {
      const wanted = field.value.trim().toLowerCase();
      for (const row of table.tBodies[0].rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
    });
    table.parentElement.before(field);
  }
})();
