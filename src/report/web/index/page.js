'use strict';
// Sorts and filters the rows that are there. It loads, sends and remembers nothing.
const body = document.querySelector('tbody'), rows = [...body.rows], tools = document.querySelector('.tools');
const told = tools.querySelector('output'), words = tools.elements.words;
const value = (row, at) => {
  const text = row.cells[at] ? row.cells[at].textContent : '';
  return /^[\d,]+$/.test(text) ? Number(text.replaceAll(',', '')) : text.toLowerCase();
};
const heads = [...document.querySelectorAll('thead th')];
heads.forEach((head, at) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = head.textContent;
  head.replaceChildren(button);
  button.addEventListener('click', () => {
    // Counts are wanted highest first, names from A.
    const counts = rows.some(row => typeof value(row, at) === 'number');
    const now = head.getAttribute('aria-sort');
    const down = now ? now === 'ascending' : counts;
    heads.forEach(other => other.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const failed = row => row.classList.contains('failed');
    const order = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', {numeric: true});
    const sorted = [...rows].sort((a, b) => failed(a) - failed(b) || (down ? -1 : 1) * order(value(a, at), value(b, at)));
    body.append(...sorted);
  });
});
function filter() {
  const wanted = words.value.trim().toLowerCase();
  let shown = 0;
  for (const row of rows) { row.hidden = !row.textContent.toLowerCase().includes(wanted); shown += !row.hidden; }
  told.textContent = shown + (shown === 1 ? ' document' : ' documents');
}
tools.addEventListener('input', filter);
tools.addEventListener('submit', event => event.preventDefault());
tools.hidden = false;
