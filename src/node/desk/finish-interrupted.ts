import type { Library } from '../library/library.js';
import { BulkDesk } from './bulk-desk.js';
import { PeopleDesk } from './people-desk.js';
import { TaxonomyDesk } from './taxonomy-desk.js';

/** Carries operations over many stories to their end that a crash cut off; answers how many there were. */
export async function finishInterrupted(library: Library): Promise<number> {
  const unfinished = await library.journal.unfinished();
  for (const { name, intent } of unfinished)
    switch (intent.op) {
      case 'bulk':
      case 'bulkUndo':
        await new BulkDesk(library).finish(name, intent);
        break;
      case 'mergePerson':
        await new PeopleDesk(library).finish(name, intent);
        break;
      default:
        await new TaxonomyDesk(library).finish(name, intent);
    }
  return unfinished.length;
}
