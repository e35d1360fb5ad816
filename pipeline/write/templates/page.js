"use strict";
// Tables sort by a click on a column's head, and filter by the words and choices of the tools above them.
const text = (cell) => cell.dataset.sort ?? cell.textContent.trim();
const compare = (a, b) => {
  const [x, y] = [Number(a), Number(b)];
  return a !== "" && b !== "" && !Number.isNaN(x) && !Number.isNaN(y) ? x - y : a.localeCompare(b);
};
for (const button of document.querySelectorAll("th button")) {
  button.addEventListener("click", () => {
    const head = button.closest("th");
    const column = head.cellIndex;
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = head.closest("table").tBodies[0];
    const rows = [...body.rows].sort((a, b) => compare(text(a.cells[column]), text(b.cells[column])));
    body.append(...(down ? rows.reverse() : rows));
  });
}
const tools = document.querySelector(".tools");
if (tools) {
  const status = tools.querySelector("[role=status]");
  const filter = () => {
    const wanted = tools.querySelector("input").value.trim().toLowerCase();
    const choices = [...tools.querySelectorAll("select")].filter((select) => select.value);
    let shown = 0;
    const rows = document.querySelectorAll("tbody tr[data-row]");
    for (const row of rows) {
      const fits = row.textContent.toLowerCase().includes(wanted) &&
        choices.every((select) => row.dataset[select.name] === select.value);
      row.hidden = !fits;
      shown += fits;
    }
    for (const article of document.querySelectorAll("[data-article]")) {
      const filtering = wanted || choices.length;
      article.hidden = Boolean(filtering) && !article.querySelector("tbody tr[data-row]:not([hidden])");
    }
    status.textContent = `${shown} of ${rows.length} shown`;
  };
  tools.addEventListener("input", filter);
  filter();
}
// A click goes from a row to its place in the text and back; the place is told to screen readers by its focus.
const choose = () => {
  for (const chosen of document.querySelectorAll(".chosen")) chosen.classList.remove("chosen");
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || target.id === "main") return;
  if (target.closest("[hidden]") && tools) {
    tools.reset();
    tools.dispatchEvent(new Event("input"));
  }
  target.classList.add("chosen");
  const goal = target.querySelector("a") ?? target;
  if (goal === target) target.tabIndex = -1;
  goal.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
};
window.addEventListener("hashchange", choose);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']:not(.skip)");
  if (!link) return;
  event.preventDefault(); // the browser would take the focus away again
  if (link.hash !== location.hash) history.pushState(null, "", link.hash);
  choose();
});
choose();
