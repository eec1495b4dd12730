import { markdown } from '@codemirror/lang-markdown';
import { basicSetup, EditorView } from 'codemirror';
import { offer } from './peer.js';

// It lays out what is on screen and nothing else, so the caret is placed through its own state.
offer((html, parent) => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const doc = [...parsed.body.children].map(({ textContent }) => textContent).join('\n\n');
  const view = new EditorView({ doc, parent, extensions: [basicSetup, markdown(), EditorView.lineWrapping] });
  self.peer.caretToMiddle = () => {
    const line = view.state.doc.lineAt(Math.floor(view.state.doc.length / 2));
    const anchor = line.from + Math.floor(line.length / 2);
    view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    view.focus();
  };
  self.peer.letters = () => view.state.doc.length;
  return view.contentDOM;
});
