import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import type { Budget } from '../../core/budget/budget.js';
import { budgetCsv } from '../../core/budget/budget-csv.js';
import { budgetHtml } from '../../core/budget/budget-html.js';
import { NewsroomError } from '../../core/errors.js';
import type { Strings } from '../../core/strings/strings.js';
import { wallClock } from '../../core/text/zoned-time.js';
import { errnoOf, isMissing } from '../files/errno.js';
import { writeDurably } from '../files/write-durably.js';

/** The one table of the sheet’s formats. */
export const budgetFormats = { html: budgetHtml, csv: budgetCsv } as const;
export type BudgetFormat = keyof typeof budgetFormats;

/** Writes the sheet to a file. @throws NewsroomError `export.folder` */
export async function writeBudget(path: string, format: BudgetFormat, budget: Budget, strings: Strings): Promise<void> {
  try {
    await writeDurably(path, budgetFormats[format](budget, strings));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw new NewsroomError('export.folder', { detail: errnoOf(error) ?? '' }, { cause: error });
  }
}

/** Writes the sheet in every format into a folder, under names that no file there has; answers the names. */
export async function writeBudgetInto(folder: string, budget: Budget, strings: Strings): Promise<readonly string[]> {
  const stem = `budget-${wallClock(budget.at, budget.timeZone).replace('T', '-').replace(':', '')}`;
  const names: string[] = [];
  for (const format of Object.keys(budgetFormats) as BudgetFormat[]) {
    const name = await freeName(folder, stem, format);
    await writeBudget(join(folder, name), format, budget, strings);
    names.push(name);
  }
  return names;
}

async function freeName(folder: string, stem: string, extension: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${stem}.${extension}` : `${stem}-${String(number)}.${extension}`;
    const isTaken = await fs.stat(join(folder, name)).then(
      () => true,
      (error: unknown) => {
        if (isMissing(error)) return false;
        throw error;
      },
    );
    if (!isTaken) return name;
  }
}
