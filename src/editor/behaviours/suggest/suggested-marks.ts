import type { Mark, Node as ProseNode } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { AddMarkStep, RemoveMarkStep, type Step } from '@tiptap/pm/transform';
import { lookNames } from '../../../core/document/settle-changes.js';
import { changeIdOf, ownChange, suggestionMark, type Suggesting } from './suggestion-marks.js';

type MarkStep = AddMarkStep | RemoveMarkStep;

/** Whether a step changes how words look, or their link: what is suggested rather than done. */
export function isTrackedMark(step: Step): step is MarkStep {
  if (!(step instanceof AddMarkStep) && !(step instanceof RemoveMarkStep)) return false;
  return lookNames.has(step.mark.type.name) || step.mark.type.name === 'link';
}

/** A look or a link that is set or taken away, with what was there before (`modification` of `marks` or of `link`). */
export function suggestMarks(state: EditorState, tr: Transaction, step: MarkStep, by: Suggesting): void {
  const attrName = step.mark.type.name === 'link' ? 'link' : 'marks';
  const { from, to } = step;
  const texts: { node: ProseNode; start: number; end: number }[] = [];
  state.doc.nodesBetween(from, to, (node, at) => {
    if (node.isText) texts.push({ node, start: Math.max(from, at), end: Math.min(to, at + node.nodeSize) });
  });
  tr.step(step);
  let changeId: string | null = null;
  for (const { node, start, end } of texts) {
    if (ownChange(node, 'insertion', by) !== null) continue;
    const known = node.marks.find((mark) => mark.type.name === 'modification' && mark.attrs['attrName'] === attrName);
    if (known && changeIdOf(known) !== null && by.isOwn(changeIdOf(known) ?? '')) {
      if (saysNothing(tr, start, attrName, known)) tr.removeMark(start, end, known);
      continue;
    }
    if (known) continue;
    if (changeId === null) by.record((changeId = by.newId()), 'modification');
    const previousValue = attrName === 'link' ? linkOf(node.marks) : looksOf(node.marks);
    tr.addMark(
      start,
      end,
      suggestionMark(state.schema, 'modification', { changeId, attrName, previousValue, newValue: null }),
    );
  }
}

const looksOf = (marks: readonly Mark[]): readonly { type: string }[] =>
  marks.flatMap(({ type }) => (lookNames.has(type.name) ? [{ type: type.name }] : []));

const linkOf = (marks: readonly Mark[]): Readonly<Record<string, unknown>> | null =>
  marks.find(({ type }) => type.name === 'link')?.attrs ?? null;

/** The words look again as they did before the suggestion: there is nothing left to suggest. */
function saysNothing(tr: Transaction, at: number, attrName: 'marks' | 'link', suggestion: Mark): boolean {
  const marks = tr.doc.nodeAt(at)?.marks ?? [];
  const now = attrName === 'link' ? linkOf(marks) : looksOf(marks);
  return JSON.stringify(now) === JSON.stringify(suggestion.attrs['previousValue']);
}
