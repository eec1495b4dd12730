import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { article } from './corpus.js';

/** What Hugo says of itself; null where it is not installed. */
export function hugoVersion(): string | null {
  const asked = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return asked.status === 0 ? (/v[\d.]+/u.exec(asked.stdout)?.[0] ?? 'unknown') : null;
}

/** A story as Hugo reads it. */
export function writeHugoStory(folder: string, number: number, title = article(number).title): void {
  const read = article(number);
  const front = {
    title,
    description: read.dek,
    date: read.date,
    sections: [`Section ${String(read.section + 1)}`],
    tags: [`Topic ${String(read.topic + 1)}`],
    author: `Reporter ${String(number % 50)}`,
  };
  const text = `${JSON.stringify(front)}\n\n${read.paragraphs.join('\n\n')}\n`;
  writeFileSync(join(folder, 'content', 'story', `story-${String(number)}.md`), text);
}

const head = `<head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="/site.css">
<meta property="og:title" content="{{ .Title }}"><meta property="og:description" content="{{ .Description }}"><meta property="og:url" content="{{ .Permalink }}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":{{ .Title | jsonify }},"datePublished":{{ .Date.Format "2006-01-02T15:04:05Z07:00" | jsonify }},"wordCount":{{ .WordCount }}}</script></head>`;
const top =
  '<header><a href="/">Bench</a><nav><ul>{{ range .Site.Taxonomies.sections }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a></li>{{ end }}</ul></nav></header>';
const card =
  '<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></article>';

/** A project with the same kinds of pages: stories, sections, tags with pages of 24, feeds, a sitemap. */
export function makeHugoProject(folder: string, size: number): void {
  for (const name of ['content/story', 'layouts/_default', 'static'])
    mkdirSync(join(folder, name), { recursive: true });
  const config = {
    baseURL: 'https://bench.example.org/',
    title: 'Bench',
    paginate: 24,
    taxonomies: { section: 'sections', tag: 'tags' },
    disableKinds: ['section'],
    outputs: { home: ['HTML', 'RSS'], term: ['HTML', 'RSS'], taxonomy: ['HTML'] },
    rssLimit: 50,
  };
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  writeFileSync(
    join(folder, 'layouts/_default/single.html'),
    `<!doctype html><html lang="en">${head}<body>${top}<main><article><h1>{{ .Title }}</h1><p>{{ .Description }}</p><p>By {{ .Params.author }}</p><p>{{ .ReadingTime }} min read</p><nav><a href="mailto:?subject={{ .Title }}">Email</a></nav>{{ .Content }}<dl>{{ range .Params.tags }}<dd><a href="/tags/{{ . | urlize }}/">{{ . }}</a></dd>{{ end }}</dl></article></main></body></html>`,
  );
  const list = `<!doctype html><html lang="en">${head}<body>${top}<main><h1>{{ .Title }}</h1>{{ $p := .Paginate .Pages }}{{ range $p.Pages }}${card}{{ end }}{{ if $p.HasNext }}<a href="{{ $p.Next.URL }}">Older</a>{{ end }}</main></body></html>`;
  for (const name of ['term', 'list']) writeFileSync(join(folder, `layouts/_default/${name}.html`), list);
  writeFileSync(
    join(folder, 'layouts/index.html'),
    `<!doctype html><html lang="en">${head}<body>${top}<main>{{ range first 30 .Site.RegularPages }}${card}{{ end }}</main></body></html>`,
  );
  writeFileSync(
    join(folder, 'layouts/_default/taxonomy.html'),
    `<!doctype html><html lang="en">${head}<body>${top}<main><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></main></body></html>`,
  );
  writeFileSync(join(folder, 'static/site.css'), 'body{font-family:serif}');
  for (let number = 0; number < size; number += 1) writeHugoStory(folder, number);
}

export function runHugo(folder: string, out: string): void {
  execFileSync('hugo', ['--quiet', '--source', folder, '--destination', out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
