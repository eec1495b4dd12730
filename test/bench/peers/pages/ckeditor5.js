import {
  BlockQuote,
  Bold,
  Essentials,
  Heading,
  InlineEditor,
  Italic,
  Link,
  List,
  Paragraph,
  Underline,
} from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import { offer } from './peer.js';

offer(async (html, place) => {
  const plugins = [Essentials, Paragraph, Heading, Bold, Italic, Underline, Link, List, BlockQuote];
  const editor = await InlineEditor.create(place, { licenseKey: 'GPL', plugins, toolbar: [], initialData: html });
  return editor.ui.getEditableElement();
});
