/**
 * The document of a story: ProseMirror's JSON, with our node and mark names. Typed loosely on purpose: what is
 * allowed where is said once, in `document-rules.ts`, and checked by `checkDocument` on every way in.
 */
export interface Mark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

export interface DocumentNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly DocumentNode[];
  readonly text?: string;
  readonly marks?: readonly Mark[];
}

/** The root: `{ type: 'doc', content: [block, …] }`. */
export interface StoryDocument extends DocumentNode {
  readonly type: 'doc';
}

/** Depth and node count that any document may have (decision 24): deeper JSON opens but can never be saved. */
export const maxDepth = 64;
export const maxNodes = 200_000;

export const emptyDocument: StoryDocument = { type: 'doc', content: [{ type: 'paragraph' }] };

/** Every node in reading order, the root first, with its depth (root 0). Iterative: depth cannot overflow a stack. */
export function* walk(root: DocumentNode): Generator<{ node: DocumentNode; depth: number }> {
  const stack: { node: DocumentNode; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    // What came from outside may hold anything here, `{ "length": 1e9 }` too.
    const children: readonly DocumentNode[] = Array.isArray(next.node.content) ? next.node.content : [];
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (child) stack.push({ node: child, depth: next.depth + 1 });
    }
  }
}

/** A string attribute, or '' where it is missing or of another type. */
export function textAttr(node: DocumentNode | Mark, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? value : '';
}

/** A number attribute, or `fallback` where it is missing or of another type. */
export function numberAttr(node: DocumentNode | Mark, name: string, fallback: number): number {
  const value = node.attrs?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}
