import { test } from 'vitest';
import { readHtmlPage } from '../../../src/core/import/html/read-html-page.js';
test('x', () => {
  for (const t of ['<div class="byline section date">','<article>','<aside>','<main><p>aa</p>','<form><textarea></textarea>','<h2>Related</h2><div>','<div><a href="/x">Related</a>','<section><form>','<span class=share>']) {
    const a=performance.now(); let r='ok'; try { readHtmlPage((t).repeat(5000)+'text '.repeat(10)); } catch(e) { r=String(e); } console.log(t, (performance.now()-a).toFixed(0), r.slice(0,100));
  }
}, 100000);
