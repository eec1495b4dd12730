/* eslint-disable svelte/prefer-svelte-reactivity -- sets and moments that are made for one question and are no state */
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/core';
import {
  annotate,
  annotationsOf,
  reply,
  setResolved,
  withoutAnnotation,
  type AnnotationKind,
  type PlacedAnnotation,
  type Saying,
} from '../../core/review/annotations.js';
import { suggestionsOf, type Suggestion } from '../../core/review/suggestions.js';
import type { Person } from '../../core/people/person.js';
import { asDone } from '../../editor/behaviours/suggest/suggest-mode.js';
import { decideSuggestions, passageOf, suggestionsBetween } from '../../editor/behaviours/suggest/decide.js';
import { Paced } from '../editor/paced.js';
import type { OpenStory } from './open-story.svelte.js';

/** What is said of the open text and suggested in it. Lists are read anew while somebody looks, never on a key. */
export class Notes {
  suggestions = $state.raw<readonly Suggestion[]>([]);
  annotations = $state.raw<readonly PlacedAnnotation[]>([]);
  /** The suggestion or annotation at the caret, by its id. */
  current = $state<string | null>(null);
  readonly #open: OpenStory;
  readonly #editor: () => Editor | null;
  readonly #me: () => Person | undefined;

  constructor(open: OpenStory, editor: () => Editor | null, me: () => Person | undefined) {
    this.#open = open;
    this.#editor = editor;
    this.#me = me;
  }

  /** Keeps the lists in line with the text while they are shown; answers how to stop. */
  follow(): () => void {
    const editor = this.#editor();
    const paced = new Paced(() => this.look());
    const touch = (): void => paced.touch();
    const atCaret = (): void => this.#lookAtCaret();
    this.look();
    editor?.on('update', touch);
    editor?.on('selectionUpdate', atCaret);
    return () => {
      paced.stop();
      editor?.off('update', touch);
      editor?.off('selectionUpdate', atCaret);
    };
  }

  look(): void {
    const { body, changes, annotations } = this.#open.snapshot();
    this.suggestions = suggestionsOf({ body, changes });
    this.annotations = annotationsOf({ body, annotations });
    this.#lookAtCaret();
  }

  decide(verdict: 'accept' | 'reject', ids: Iterable<string>): void {
    const editor = this.#editor();
    if (editor && decideSuggestions(editor, verdict, new Set(ids))) this.look();
  }

  /** The suggestions under the caret or in the selection. */
  get chosen(): ReadonlySet<string> {
    const editor = this.#editor();
    if (!editor) return new Set();
    const { from, to } = editor.state.selection;
    return suggestionsBetween(editor, from, Math.min(Math.max(to, from + 1), editor.state.doc.content.size));
  }

  /** Begins a thread about the selected words, or about the story where none are selected. */
  add(kind: AnnotationKind, text: string): void {
    const editor = this.#editor();
    const id = crypto.randomUUID();
    const mark = editor?.schema.marks['annotation'];
    if (editor && mark && !editor.state.selection.empty) {
      const { from, to } = editor.state.selection;
      editor.view.dispatch(asDone(editor.state.tr.addMark(from, to, mark.create({ annotationId: id }))));
    }
    this.#keep(annotate(this.#open.story.annotations, id, { kind, text }, this.#saying()));
  }

  reply(id: string, text: string): void {
    this.#keep(reply(this.#open.story.annotations, id, text, this.#saying()));
  }

  setResolved(id: string, resolved: boolean): void {
    this.#keep(setResolved(this.#open.story.annotations, id, resolved));
  }

  remove(id: string): void {
    const editor = this.#editor();
    const place = editor && passageOf(editor, 'annotationId', id);
    if (editor && place) {
      const { tr, doc } = editor.state;
      doc.nodesBetween(place.from, place.to, (node, at) => {
        const own = node.marks.find(({ attrs }) => attrs['annotationId'] === id);
        if (own && node.isInline) tr.removeMark(at, at + node.nodeSize, own);
      });
      editor.view.dispatch(asDone(tr));
    }
    this.#keep(withoutAnnotation(this.#open.story.annotations, id));
  }

  /** Puts the caret where an entry of the list stands in the text. */
  go(name: 'changeId' | 'annotationId', id: string): void {
    const editor = this.#editor();
    const place = editor && passageOf(editor, name, id);
    if (!editor || !place) return;
    const { doc, tr } = editor.state;
    const isText = doc.resolve(place.from).parent.isTextblock;
    const selection = isText
      ? TextSelection.create(doc, place.from, place.to)
      : Selection.near(doc.resolve(place.from));
    editor.view.focus();
    editor.view.dispatch(tr.setSelection(selection).scrollIntoView());
    this.current = id;
  }

  /** To the next note or suggestion behind the caret, or the one before it; from the other end where there is none. */
  step(direction: 1 | -1): void {
    this.look();
    const editor = this.#editor();
    if (!editor) return;
    const { from } = editor.state.selection;
    const all = [
      ...this.suggestions.map(({ id }) => ({ name: 'changeId' as const, id })),
      ...this.annotations.map(({ id }) => ({ name: 'annotationId' as const, id })),
    ]
      .flatMap((one) => {
        const place = passageOf(editor, one.name, one.id);
        return place ? [{ ...one, at: place.from }] : [];
      })
      .sort((one, other) => one.at - other.at);
    const next = direction === 1 ? all.find(({ at }) => at > from) : all.findLast(({ at }) => at < from);
    const target = next ?? (direction === 1 ? all[0] : all.at(-1));
    if (target) this.go(target.name, target.id);
  }

  #lookAtCaret(): void {
    const caret = this.#editor()?.state.selection.$from;
    const marks = [...(caret?.marks() ?? []), ...(caret?.nodeAfter?.marks ?? [])];
    const ids = marks.flatMap(({ attrs }) => [attrs['changeId'], attrs['annotationId']] as unknown[]);
    this.current = ids.find((id) => typeof id === 'string') ?? null;
  }

  #saying(): Saying {
    return { person: this.#me() ?? null, now: new Date() };
  }

  #keep(annotations: OpenStory['story']['annotations']): void {
    this.#open.change({ annotations });
    this.look();
  }
}
