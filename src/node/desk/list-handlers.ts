import type { Input, Output } from '../../core/contract/calls.js';
import type { listCalls } from '../../core/contract/list-calls.js';
import type { Person } from '../../core/people/person.js';
import { listIds, type ListContext } from '../index/list-stories.js';
import type { Library } from '../library/library.js';
import { BulkDesk } from './bulk-desk.js';
import { PeopleDesk } from './people-desk.js';
import { TemplateDesk } from './template-desk.js';

export interface ListHost {
  readonly person: () => Person | null;
  readonly listContext: () => ListContext;
  readonly isCancelled: (jobId: string) => boolean;
  readonly tellProgress: (progress: { jobId: string; label: string; done: number; total: number | null }) => void;
  readonly tellChanged: (ids: readonly string[]) => void;
}

type ListHandlers = { readonly [N in keyof typeof listCalls]: (input: Input<N>) => Promise<Output<N>> };

/** Few stories are changed before a bar could be read. */
const worthABar = 200;

/** The answers for the story list, the templates and the people. */
export function listHandlers(library: Library, host: ListHost): ListHandlers {
  const bulk = new BulkDesk(library);
  const people = new PeopleDesk(library);
  const templates = new TemplateDesk(library);
  const told = (result: Output<'stories.bulk'>): Output<'stories.bulk'> => {
    host.tellChanged(result.rows.flatMap(({ id, outcome }) => (outcome === 'done' ? [id] : [])));
    return result;
  };
  return {
    'stories.ids': (query) => Promise.resolve([...listIds(library.index, query, host.listContext())]),
    'stories.bulk': async ({ ids, change }) => {
      const job = {
        ids,
        change,
        person: host.person(),
        isCancelled: () => host.isCancelled('bulk'),
        onProgress: (done: number, total: number) => {
          if (total >= worthABar) host.tellProgress({ jobId: 'bulk', label: 'bulk', done, total });
        },
      };
      return told(await bulk.run(job));
    },
    'stories.bulkUndo': async ({ undo }) => told(await bulk.undo(undo, host.person())),
    'story.sluglines': (story) => Promise.resolve(templates.sluglines(story)),
    'template.save': (template) => templates.save(template),
    'template.remove': ({ id }) => templates.remove(id),
    'views.save': async (views) => {
      await library.assertWritable();
      return [...(await library.views.change((before) => ({ ...before, views }))).views];
    },
    'people.uses': ({ id }) => Promise.resolve(people.uses(id)),
    'people.merge': async ({ id, into }) => {
      const { author, source } = people.uses(id, -1);
      const ids = [...new Set([...author, ...source].map((row) => row.id))];
      const left = await people.merge(id, into);
      host.tellChanged(ids);
      return left;
    },
  };
}
