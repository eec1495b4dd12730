import type { ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, type EditorState } from '@tiptap/pm/state';

/** The most characters of a selection that are asked for their marks, so that "select all" costs no more than a line. */
const mostAsked = 2_000;

/** What is on at the caret: names of marks and of the blocks around it, a heading with its level (`heading2`). */
export function activeFormats(state: EditorState): readonly string[] {
  const { selection } = state;
  const names = new Set<string>(blocksAround(selection.$from));
  if (selection instanceof NodeSelection) names.add(selection.node.type.name);
  if (selection.empty) {
    for (const mark of state.storedMarks ?? selection.$from.marks()) names.add(mark.type.name);
  } else for (const name of marksThroughout(state)) names.add(name);
  return [...names];
}

function blocksAround($from: ResolvedPos): readonly string[] {
  const names: string[] = [];
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type, attrs } = $from.node(depth);
    names.push(type.name === 'heading' ? `heading${String(attrs['level'])}` : type.name);
    // The inner list is the list of the caret: a bulleted one inside a numbered one is bulleted.
    if (type.name === 'listItem') {
      names.push($from.node(depth - 1).type.name);
      break;
    }
  }
  for (const outer of ['table', 'factbox', 'blockquote', 'gallery'])
    if (Array.from({ length: $from.depth }, (_, at) => $from.node(at + 1).type.name).includes(outer)) names.push(outer);
  return names;
}

/** Marks that every character of the selection has. */
function marksThroughout({ doc, selection }: EditorState): readonly string[] {
  const common: { names: ReadonlySet<string> | null } = { names: null };
  doc.nodesBetween(selection.from, Math.min(selection.to, selection.from + mostAsked), (node) => {
    if (!node.isText) return common.names?.size !== 0;
    const here = new Set(node.marks.map(({ type }) => type.name));
    const { names } = common;
    common.names = names === null ? here : new Set([...names].filter((name) => here.has(name)));
    return false;
  });
  return [...(common.names ?? [])];
}
