import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, type DeskApp } from './desk-app.js';

const words = {
  en: {
    title: 'Every kind of block in one story',
    heading: 'What the council decided',
    text: 'The council meets on Tuesday, as it has since 1921, and the public may speak for <strong>three minutes</strong> each. The formula is H<sub>2</sub>O, the area 12 m<sup>2</sup>, the word is <span lang="fr">laissez-faire</span>, the <mark>marked passage</mark> is marked and the command is <code>npm test</code>.',
    quote: 'We were told the bridge would last a century.',
    source: 'Ana Ruiz, baker',
    pull: 'Nobody asked us, and nobody will',
    box: 'At a glance',
    list: ['The bridge was built in 1921', 'It carries 4,000 cars a day'],
    caption: 'Ships in the port',
    cells: ['Year', 'Ships', '2025', '1,204'],
    note: 'Minutes of the council, 4 March.',
  },
  ar: {
    title: 'كل أنواع الفقرات في خبر واحد',
    heading: 'ما قرره المجلس',
    text: 'يجتمع المجلس يوم الثلاثاء كما يفعل منذ عام 1921، ويحق للجمهور أن يتحدث <strong>ثلاث دقائق</strong> لكل شخص. <mark>هذا مقطع مهم</mark> والأمر هو <code>npm test</code>.',
    quote: 'قيل لنا إن الجسر سيصمد قرناً كاملاً.',
    source: 'آنا رويز، خبازة',
    pull: 'لم يسألنا أحد ولن يسألنا أحد',
    box: 'باختصار',
    list: ['بُني الجسر عام 1921', 'تعبره أربعة آلاف سيارة يومياً'],
    caption: 'السفن في الميناء',
    cells: ['السنة', 'السفن', '2025', '1204'],
    note: 'محضر المجلس، 4 مارس.',
  },
} as const;

/** A page that has every block and mark of a body, but pictures. */
function pageOf(language: keyof typeof words): string {
  const w = words[language];
  const [year, ships, when, count] = w.cells;
  return `<!doctype html><html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}><head><meta charset="utf-8"><title>${w.title}</title></head><body><article><h1>${w.title}</h1>
<h2>${w.heading}</h2>
<p>${w.text}<sup class="note-ref"><a href="#note-1" id="note-ref-1" role="doc-noteref">1</a></sup></p>
<figure class="quote"><blockquote><p>${w.quote}</p></blockquote><figcaption>${w.source}</figcaption></figure>
<aside class="pull-quote"><p>${w.pull}</p><p class="quote-credit">${w.source}</p></aside>
<div class="factbox"><p class="factbox-title">${w.box}</p><ul><li>${w.list[0]}</li><li>${w.list[1]}</li></ul></div>
<table><caption>${w.caption}</caption><thead><tr><th>${year}</th><th>${ships}</th></tr></thead><tbody><tr><td>${when}</td><td>${count}</td></tr></tbody></table>
<pre><code class="language-js">const bridge = 'a line of code that is far too long for a narrow page and has to scroll sideways';
open(bridge);</code></pre>
<hr>
<p class="embed"><a href="https://www.youtube.com/watch?v=1">The hearing in full</a> <span class="embed-provider">YouTube</span></p>
<section class="notes" role="doc-endnotes"><ol><li id="note-1">${w.note} <a href="#note-ref-1" role="doc-backlink">↩</a></li></ol></section>
</article></body></html>`;
}

/** Puts that story into the desk's library before the window opens; answers its headline. */
export function importEveryBlock(desk: DeskApp, language: keyof typeof words): string {
  const file = join(desk.home, `every-block-${language}.html`);
  writeFileSync(file, pageOf(language));
  cli('import', desk.library, file, '--quiet');
  return words[language].title;
}
