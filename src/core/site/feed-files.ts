interface FeedFile {
  readonly kind: 'rss' | 'atom' | 'json';
  readonly type: string;
  readonly file: string;
}

/** The feeds of the whole site (null) or of a section's folder. */
export function feedFiles(folder: string | null): readonly FeedFile[] {
  const at = folder === null ? '' : `${folder}/`;
  return [
    { kind: 'rss', type: 'application/rss+xml', file: `${at}rss.xml` },
    { kind: 'atom', type: 'application/atom+xml', file: `${at}atom.xml` },
    { kind: 'json', type: 'application/feed+json', file: `${at}feed.json` },
  ];
}
