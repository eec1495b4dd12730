import { withoutPrivate } from '../story/without-private.js';
import type { Story } from '../story/story.js';
import type { ExportedFile, Exporter } from './exporter.js';

/** What a story file of ours says it is; read by `import/json-importer.ts`. */
export const storyFileFormat = 'copydesk-story';
export const storyFileVersion = 1;

/** A story as kept, for another Copydesk or a program of one's own: without private fields, keys in the order of the schema. */
export function storyJson(story: Story, edition: number | null): string {
  const envelope = { format: storyFileFormat, version: storyFileVersion, edition, story: withoutPrivate(story) };
  return `${JSON.stringify(envelope, null, 2).toWellFormed()}\n`;
}

/** The pictures that a story names, each once, in the order of the story. */
function picturesOf(body: Story['body'], lead: Story['leadImage']): readonly string[] {
  const ids = lead ? [lead.mediaId as string] : [];
  JSON.stringify(body, (key, value: unknown) => {
    if (key === 'media' && typeof value === 'string' && value !== '') ids.push(value);
    return value;
  });
  return ids.filter((id, at) => ids.indexOf(id) === at);
}

export const jsonExporter: Exporter = {
  shape: 'file',
  render({ edition }, { story, stem }) {
    const files: ExportedFile[] = [{ path: `${stem}.json`, content: storyJson(story, edition) }];
    const pictures = picturesOf(story.body, story.leadImage).length;
    const losses =
      pictures === 0
        ? []
        : [
            {
              what: 'picture',
              count: pictures,
              detail: 'Pictures are named in the file but not part of it: a package carries them',
            },
          ];
    return Promise.resolve({ files, losses });
  },
};
