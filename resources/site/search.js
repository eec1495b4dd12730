// The search of a site: reads `search/stories.js` when somebody searches, and asks nobody else. The page shows a plain
// list where this does not run.
'use strict';
(() => {
  const own = document.currentScript;
  const { root, stories: source } = own.dataset;
  const field = document.getElementById('q');
  const found = document.getElementById('found');
  const list = document.getElementById('results');
  const plain = [...list.children];
  const most = 100;
  let stories;
  let waiting;

  const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  globalThis.copydeskStories = (rows) => {
    stories = rows.map((row) => ({ row, text: fold([row[1], row[2], row[3], row[5]].join(' ')), title: fold(row[1]) }));
    waiting?.();
  };

  function load(then) {
    if (stories) return then();
    const isLoading = waiting !== undefined;
    waiting = then;
    if (isLoading) return;
    const script = document.createElement('script');
    script.src = source;
    document.head.append(script);
  }

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  function item([href, headline, excerpt, section, day]) {
    const made = document.createElement('li');
    const article = element('article', 'item row no-picture', '');
    const text = element('div', 'item-text', '');
    const head = element('h2', 'item-head', '');
    const link = element('a', '', headline);
    link.href = root + href;
    head.append(link);
    head.dir = text.dir = 'auto';
    if (section) text.append(element('p', 'label', section));
    text.append(head, element('p', 'item-dek', excerpt), element('p', 'item-date', day));
    article.append(text);
    made.append(article);
    return made;
  }

  function show() {
    const words = fold(field.value).split(/\s+/u).filter(Boolean);
    if (words.length === 0) {
      found.textContent = '';
      list.replaceChildren(...plain);
      return;
    }
    load(() => {
      const hits = stories.filter(({ text }) => words.every((word) => text.includes(word)));
      // A headline that has all the words comes first; within both the newest, as the list is.
      const inTitle = ({ title }) => words.every((word) => title.includes(word));
      const sorted = [...hits.filter(inTitle), ...hits.filter((hit) => !inTitle(hit))];
      found.textContent =
        hits.length === 0 ? found.dataset.none : found.dataset.count.replace('{n}', String(hits.length));
      list.replaceChildren(...sorted.slice(0, most).map(({ row }) => item(row)));
    });
  }

  field.value = new URLSearchParams(location.search).get('q') ?? '';
  field.form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.replaceState(null, '', `?q=${encodeURIComponent(field.value)}`);
    show();
  });
  field.addEventListener('input', show);
  if (field.value) show();
})();
