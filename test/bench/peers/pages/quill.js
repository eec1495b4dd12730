import Quill from 'quill';
import 'quill/dist/quill.core.css';
import { offer } from './peer.js';

offer((html, place) => {
  const quill = new Quill(place);
  quill.setContents(quill.clipboard.convert({ html }));
  quill.root.style.overflow = 'visible';
  return quill.root;
});
