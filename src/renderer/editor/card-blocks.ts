import type { Editor, Extensions, NodeViewRendererProps } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import type { RelatedView } from '../../core/contract/calls.js';
import type { Strings } from '../../core/strings/strings.js';
import { Embed } from '../../editor/nodes/embed.js';
import { StoryCard } from '../../editor/nodes/story-card.js';

export interface CardSetup {
  readonly strings: Strings;
  /** What is known of a story of the library; null where there is none. */
  readonly describe: (storyId: string) => Promise<RelatedView | null>;
  /** Changes the selected embed. */
  readonly editEmbed: () => void;
}

function line(name: string, text: string): HTMLElement {
  const made = document.createElement('p');
  made.className = name;
  made.dir = 'auto';
  made.textContent = text;
  return made;
}

/** A card that stands in the text as one thing; Backspace and Delete take it away whole. */
abstract class CardBlock implements NodeView {
  readonly dom = document.createElement('div');
  protected readonly lines = document.createElement('div');
  protected readonly setup: CardSetup;
  protected node: ProseNode;
  readonly #editor: Editor;
  readonly #getPos: () => number | undefined;

  constructor({ node, editor, getPos }: NodeViewRendererProps, name: string, label: string, setup: CardSetup) {
    this.node = node;
    this.setup = setup;
    this.#editor = editor;
    this.#getPos = getPos;
    this.dom.className = name;
    this.dom.contentEditable = 'false';
    this.dom.setAttribute('role', 'group');
    this.dom.setAttribute('aria-label', label);
    this.lines.className = 'card-lines';
    this.dom.append(this.lines);
  }

  /** A button beside the card; it acts on the card as the selected thing. */
  protected button(label: string, act: (editor: Editor) => void): HTMLButtonElement {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'button quiet card-button';
    made.textContent = label;
    made.addEventListener('click', () => {
      const at = this.#getPos();
      if (at === undefined || !this.#editor.isEditable) return;
      const { state, view } = this.#editor;
      view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, at)));
      act(this.#editor);
    });
    return made;
  }

  protected buttons(...buttons: readonly HTMLButtonElement[]): void {
    const place = document.createElement('div');
    place.className = 'card-buttons';
    place.append(...buttons);
    this.dom.append(place);
  }

  protected abstract show(): void;

  update(node: ProseNode): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('button') !== null;
  }

  ignoreMutation(): boolean {
    return true;
  }
}

class EmbedBlock extends CardBlock {
  constructor(props: NodeViewRendererProps, setup: CardSetup) {
    const { strings } = setup;
    super(props, 'embed', strings('block.embed'), setup);
    this.buttons(
      this.button(strings('block.edit'), () => setup.editEmbed()),
      this.button(strings('block.remove'), (editor) => editor.chain().deleteSelection().focus().run()),
    );
    this.show();
  }

  protected show(): void {
    const text = (name: string): string => String(this.node.attrs[name] ?? '');
    const note = this.setup.strings('block.embedNote');
    this.lines.replaceChildren(
      line('card-section', text('provider')),
      line('card-headline', text('title') || text('url')),
      line('card-excerpt', text('title') === '' ? note : `${text('url')} · ${note}`),
    );
  }
}

class StoryCardBlock extends CardBlock {
  #shown = '';

  constructor(props: NodeViewRendererProps, setup: CardSetup) {
    const { strings } = setup;
    super(props, 'story-card', strings('block.storyCard'), setup);
    this.buttons(this.button(strings('block.remove'), (editor) => editor.chain().deleteSelection().focus().run()));
    this.show();
  }

  protected show(): void {
    const id = String(this.node.attrs['storyId']);
    if (id === this.#shown) return;
    this.#shown = id;
    this.lines.replaceChildren(line('card-excerpt', this.setup.strings('block.storyLoading')));
    void this.setup.describe(id).then((view) => {
      if (this.#shown !== id) return;
      if (!view || view.trouble === 'missing') {
        this.lines.replaceChildren(line('card-excerpt card-trouble', this.setup.strings('block.storyMissing')));
        return;
      }
      const { section, headline, excerpt } = view;
      const lines = [line('card-headline', headline || this.setup.strings('list.untitled'))];
      if (section !== '') lines.unshift(line('card-section', section));
      if (excerpt !== '') lines.push(line('card-excerpt', excerpt));
      this.lines.replaceChildren(...lines);
    });
  }
}

/** Embeds and story cards, for the page. */
export function cardBlocks(setup: CardSetup): Extensions {
  return [
    Embed.extend({ addNodeView: () => (props) => new EmbedBlock(props, setup) }),
    StoryCard.extend({ addNodeView: () => (props) => new StoryCardBlock(props, setup) }),
  ];
}
