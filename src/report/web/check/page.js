'use strict';
// Filters, searches and copies what is on the page. It loads, sends and remembers nothing.
const one = (what, where = document) => where.querySelector(what);
const all = (what, where = document) => [...where.querySelectorAll(what)];
const tools = one('.tools'), field = tools.elements, told = one('output', tools);
const entries = all('.entry').map(box => ({box, items: all('.places>li', box), data: box.dataset}));
const marks = all('.text mark>a, .text a.also');
const place = new Map();
for (const {items} of entries) for (const item of items) {
  place.set(item.id, item);
  for (const inner of all('[id^="e-"]', item)) place.set(inner.id, item);
}
// Words that another mark cuts in two have two marks of one remark; the first is the one to go to.
const known = new Set(), first = marks.filter(mark => !known.has(mark.hash) && known.add(mark.hash));
let at = -1;

function offer(name, values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  for (const [value, count] of [...counts].sort((a, b) => name === 'level' ? 0 : a[0].localeCompare(b[0]))) {
    const option = new Option(value.replaceAll('-', ' ') + ' (' + count + ')', value);
    field[name].add(option);
  }
}

function filter() {
  const words = field.words.value.trim().toLowerCase();
  let shown = 0;
  for (const {box, items, data} of entries) {
    const fits = ['level', 'category', 'rule'].every(key => !field[key].value || data[key] === field[key].value);
    const named = words && one('.top', box).textContent.toLowerCase().includes(words);
    let some = 0;
    for (const item of items) {
      const voice = !field.voice.value || item.dataset.voice === field.voice.value;
      item.hidden = !(fits && voice && (!words || named || item.textContent.toLowerCase().includes(words)));
      if (!item.hidden) some += 1;
    }
    box.hidden = !some;
    shown += some;
  }
  for (const mark of marks) {
    const item = place.get(mark.hash.slice(1)), off = !item || item.hidden;
    mark.classList.toggle('off', off);
    if (mark.parentElement.localName === 'mark') mark.parentElement.classList.toggle('off', off);
    if (off) mark.tabIndex = -1; else mark.removeAttribute('tabindex');
  }
  told.textContent = shown + (shown === 1 ? ' place' : ' places');
}

function step(by) {
  // What is not counted is passed over, unless it was asked for.
  const aside = mark => !field.level.value && !field.voice.value && !place.get(mark.hash.slice(1)).closest('.entry').querySelector('.no.h,.no.m,.no.l');
  const live = first.filter(mark => !mark.classList.contains('off') && !aside(mark));
  if (!live.length) { told.textContent = 'No mark to go to'; return; }
  const here = live.indexOf(marks[at]);
  const next = here < 0 ? (by > 0 ? 0 : live.length - 1) : (here + by + live.length) % live.length;
  at = marks.indexOf(live[next]);
  live[next].focus({preventScroll: true});
  live[next].scrollIntoView({block: 'center'});
  const item = place.get(live[next].hash.slice(1));
  if (item && item.closest('.side').scrollHeight > item.closest('.side').clientHeight) {
    item.closest('.side').scrollTop += item.getBoundingClientRect().top - item.closest('.side').getBoundingClientRect().top - 200;
  }
  told.textContent = 'Mark ' + (next + 1) + ' of ' + live.length;
}

// A spreadsheet takes a cell that begins so for a formula.
const plain = words => /^[=+\-@\t\r]/.test(words) ? "'" + words : words;
const text = (what, where) => { const found = one(what, where); return found ? found.textContent.replace(/\s+/g, ' ').trim() : ''; };

function copy() {
  const rows = [['Place', 'Words', 'Level', 'Remark', 'Question', 'Our answer']];
  for (const {box, items, data} of entries) for (const item of items) {
    if (box.hidden || item.hidden) continue;
    const mark = document.getElementById('m-' + item.id.slice(2));
    const words = text('.words mark', item) || (mark ? mark.textContent.replace(/,[^,]*, note .*$/, '').trim() : '');
    rows.push([text('.back', item), words, data.level, text('.says', item) || text('.top .says', box), text('.ask span', box), ''].map(plain));
  }
  const table = document.createElement('table');
  for (const row of rows) { const line = table.insertRow(); for (const cell of row) line.insertCell().textContent = cell; }
  const give = event => {
    event.clipboardData.setData('text/html', table.outerHTML);
    event.clipboardData.setData('text/plain', rows.map(row => row.join('\t')).join('\n'));
    event.preventDefault();
  };
  document.addEventListener('copy', give, {once: true});
  const done = document.execCommand('copy');
  document.removeEventListener('copy', give);
  told.textContent = done ? (rows.length - 1) + ' remarks copied as a table; paste it into a document' : 'The browser does not allow copying here';
}

offer('level', entries.flatMap(({items, data}) => items.map(() => data.level)));
offer('category', entries.flatMap(({items, data}) => items.map(() => data.category)));
offer('rule', entries.flatMap(({items, data}) => items.map(() => data.rule)));
offer('voice', entries.flatMap(({items}) => items.map(item => item.dataset.voice)));
tools.addEventListener('input', filter);
tools.addEventListener('submit', event => { event.preventDefault(); step(1); });
tools.addEventListener('reset', () => setTimeout(filter));
field.next.addEventListener('click', () => step(1));
field.previous.addEventListener('click', () => step(-1));
field.copy.addEventListener('click', copy);
if (!marks.length) field.next.hidden = field.previous.hidden = true;
tools.hidden = false;
