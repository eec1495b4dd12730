import type { DocumentNode, StoryDocument } from '../document/document.js';
import type { Person } from '../people/person.js';
import type { Story } from '../story/story.js';

export type Annotation = Story['annotations'][string];
export type AnnotationKind = Annotation['kind'];
/** In the order in which they are offered. `cq` = checked, let it stand; `toCheck` = somebody must look. */
export const annotationKinds: readonly AnnotationKind[] = ['comment', 'toCheck', 'cq', 'legal', 'source'];

/**
 * Kinds that a document for somebody outside never carries: who said it, and what the lawyers look at. The others go as
 * comments.
 */
const keptInside: ReadonlySet<AnnotationKind> = new Set(['source', 'legal']);
export const mayGoOut = ({ kind }: Pick<Annotation, 'kind'>): boolean => !keptInside.has(kind);

type Annotations = Story['annotations'];

/** An annotation with where it stands. */
export interface PlacedAnnotation {
  readonly id: string;
  readonly annotation: Annotation;
  /** The block in which its passage begins; null = it is about the whole story, or its passage is gone. */
  readonly blockId: string | null;
  /** The words it is about, '' where it is about the story. */
  readonly quote: string;
}

/** All annotations: those of passages in reading order, then those of the whole story by their time. */
export function annotationsOf({ body, annotations }: Pick<Story, 'body' | 'annotations'>): readonly PlacedAnnotation[] {
  const places = anchors(body);
  const placed = Object.entries(annotations).map(([id, annotation]): PlacedAnnotation & { readonly at: number } => {
    const place = places.get(id);
    return {
      id,
      annotation,
      blockId: place?.blockId ?? null,
      quote: place?.quote ?? '',
      at: place ? place.order : Infinity,
    };
  });
  const begun = ({ annotation }: PlacedAnnotation): string => annotation.thread[0]?.at ?? '';
  return placed
    .sort((one, other) => (one.at === other.at ? begun(one).localeCompare(begun(other), 'en') : one.at - other.at))
    .map(({ at: _at, ...rest }) => rest);
}

interface Anchor {
  readonly order: number;
  readonly blockId: string | null;
  quote: string;
}

function anchors(body: StoryDocument): ReadonlyMap<string, Anchor> {
  const found = new Map<string, Anchor>();
  const look = (node: DocumentNode, outer: string | null): void => {
    const own = node.attrs?.['blockId'];
    const blockId = typeof own === 'string' ? own : outer;
    for (const { type, attrs } of node.marks ?? []) {
      const id = attrs?.['annotationId'];
      if (type !== 'annotation' || typeof id !== 'string') continue;
      const known = found.get(id);
      if (known) known.quote += node.text ?? '';
      else found.set(id, { order: found.size, blockId, quote: node.text ?? '' });
    }
    for (const child of node.content ?? []) look(child, blockId);
  };
  look(body, null);
  return found;
}

/** Who says something, and when. */
export interface Saying {
  readonly person: Pick<Person, 'id' | 'name'> | null;
  readonly now: Date;
}

const entry = (text: string, { person, now }: Saying): Annotation['thread'][number] => ({
  text,
  personId: person?.id ?? null,
  personName: person?.name ?? '',
  at: now.toISOString(),
});

/** Begins a thread; its passage is marked in the text by who calls. */
export const annotate = (
  annotations: Annotations,
  id: string,
  { kind, text }: { readonly kind: AnnotationKind; readonly text: string },
  saying: Saying,
): Annotations => ({ ...annotations, [id]: { kind, thread: [entry(text, saying)], resolved: false } });

/** Answers in a thread; a resolved one is open again, since somebody has more to say. */
export function reply(annotations: Annotations, id: string, text: string, saying: Saying): Annotations {
  const known = annotations[id];
  if (!known) return annotations;
  return { ...annotations, [id]: { ...known, resolved: false, thread: [...known.thread, entry(text, saying)] } };
}

/** Closes a thread or opens it again. */
export function setResolved(annotations: Annotations, id: string, resolved: boolean): Annotations {
  const known = annotations[id];
  return known ? { ...annotations, [id]: { ...known, resolved } } : annotations;
}

/** Takes a thread away; its mark in the text, if any, is taken away by who calls. */
export function withoutAnnotation(annotations: Annotations, id: string): Annotations {
  const { [id]: _gone, ...rest } = annotations;
  return rest;
}

/** The people of the library that a text names with “@”: by name or initials, the longest name first. */
export function mentioned(
  text: string,
  people: readonly { readonly id: string; readonly name: string; readonly initials: string }[],
): readonly string[] {
  const lower = text.toLocaleLowerCase('en');
  const isNamed = (name: string): boolean => {
    if (name === '') return false;
    const at = lower.indexOf(`@${name.toLocaleLowerCase('en')}`);
    return at >= 0 && !/[\p{L}\p{N}]/u.test(lower.charAt(at + 1 + name.length));
  };
  return people.filter(({ name, initials }) => isNamed(name) || isNamed(initials)).map(({ id }) => id);
}
