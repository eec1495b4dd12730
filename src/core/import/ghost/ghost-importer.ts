import { decodeText } from '../decode-text.js';
import type { Importer, ImportResult } from '../importer.js';
import { ghostData, ghostPostSchema, type GhostData, type GhostPost } from './ghost-schema.js';
import { readGhostPost, type AboutPost } from './ghost-story.js';

/** Ghost's own export: every post with its authors and tags, in one file. */
export const ghostImporter: Importer = {
  label: 'Ghost export',
  extensions: ['json', 'ghost'],
  recognises: (head) =>
    /"exported_on"\s*:/u.test(head) || (/^\s*\{\s*"db"\s*:\s*\[/u.test(head) && /"(?:meta|data)"\s*:/u.test(head))
      ? 0.9
      : 0,
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream; the file is whole
  async *read(source, context) {
    let value: unknown;
    try {
      value = JSON.parse(decodeText(source.bytes, context.decode).text);
    } catch (error) {
      if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
      yield refused('it is not JSON');
      return;
    }
    const tables = ghostData(value);
    if (!tables) yield refused('it is JSON, but no export of Ghost');
    for (const data of tables ?? []) yield* readTables(data, context.language);
  },
};

function* readTables(data: GhostData, language: string): Iterable<ImportResult> {
  const about = aboutPosts(data);
  for (const entry of data.posts) {
    const post = ghostPostSchema.safeParse(entry);
    if (post.success) yield readGhostPost(post.data, about(post.data), language);
    else yield refused(`a post of it: ${post.error.issues[0]?.path.join('.') ?? ''} is not as Ghost writes it`);
  }
}

/** Joins the tables once, so that 20,000 posts are no 20,000 searches. */
function aboutPosts(data: GhostData): (post: GhostPost) => AboutPost {
  const users = new Map((data.users ?? []).map((user) => [user.id, user.name]));
  const tags = new Map((data.tags ?? []).map((tag) => [tag.id, tag]));
  const metas = new Map((data.posts_meta ?? []).map((meta) => [meta.post_id, meta]));
  const authorsOf = grouped(data.posts_authors ?? [], ({ author_id: id }) => users.get(id) ?? '');
  const tagsOf = grouped(data.posts_tags ?? [], ({ tag_id: id }) => {
    const tag = tags.get(id);
    // "#name" are notes of the site to itself.
    return !tag || tag.visibility === 'internal' || tag.name.startsWith('#') ? '' : tag.name;
  });
  return ({ id, meta_title, og_title, feature_image_alt, feature_image_caption }) => {
    const meta = metas.get(id);
    return {
      authors: authorsOf.get(id) ?? [],
      tags: tagsOf.get(id) ?? [],
      seoTitle: meta?.meta_title || meta_title,
      socialTitle: meta?.og_title || og_title,
      imageAlt: meta?.feature_image_alt || feature_image_alt,
      imageCaption: meta?.feature_image_caption || feature_image_caption,
    };
  };
}

interface Link {
  readonly post_id: string;
  readonly sort_order?: number | null | undefined;
}

function grouped<Row extends Link>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const row of rows.toSorted((left, right) => (left.sort_order ?? 0) - (right.sort_order ?? 0))) {
    const name = nameOf(row);
    if (name === '') continue;
    const known = names.get(row.post_id);
    if (known) known.push(name);
    else names.set(row.post_id, [name]);
  }
  return names;
}

const refused = (detail: string): ImportResult => ({ refused: { code: 'import.not-readable', params: { detail } } });
