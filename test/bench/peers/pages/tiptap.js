import { Editor } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { ListKit } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { Node } from '@tiptap/core';
import { offer } from './peer.js';

const Document = Node.create({ name: 'doc', topNode: true, content: 'block+' });

offer((html, element) => {
  const extensions = [Document, Paragraph, Text, Heading, Blockquote, ListKit, HardBreak, Bold, Italic, UndoRedo];
  return new Editor({ element, extensions, content: html }).view.dom;
});
