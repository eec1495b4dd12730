import { basename } from 'node:path';
import type { Budget } from '../../core/budget/budget.js';
import { budgetCsv } from '../../core/budget/budget-csv.js';
import { budgetHtml } from '../../core/budget/budget-html.js';
import type { Strings } from '../../core/strings/strings.js';
import { wallClock } from '../../core/text/zoned-time.js';
import { folderError } from '../files/folder-error.js';
import { writeNew } from '../files/place-new.js';
import { writeDurably } from '../files/write-durably.js';

/** The one table of the sheet’s formats. */
export const budgetFormats = { html: budgetHtml, csv: budgetCsv } as const;
export type BudgetFormat = keyof typeof budgetFormats;

/** Writes the sheet to a file. @throws NewsroomError `export.folder` */
export async function writeBudget(path: string, format: BudgetFormat, budget: Budget, strings: Strings): Promise<void> {
  try {
    await writeDurably(path, budgetFormats[format](budget, strings));
  } catch (error) {
    throw folderError(error);
  }
}

/** Writes the sheet in every format into a folder, under names that no file there has; answers the names. */
export async function writeBudgetInto(folder: string, budget: Budget, strings: Strings): Promise<readonly string[]> {
  const stem = `budget-${wallClock(budget.at, budget.timeZone).replace('T', '-').replace(':', '')}`;
  const names: string[] = [];
  for (const format of Object.keys(budgetFormats) as BudgetFormat[]) {
    const name = `${stem}.${format}`;
    try {
      names.push(basename(await writeNew(folder, name, budgetFormats[format](budget, strings))));
    } catch (error) {
      throw folderError(error);
    }
  }
  return names;
}
