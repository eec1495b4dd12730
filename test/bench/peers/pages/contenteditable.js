import { offer } from './peer.js';

offer((html, place) => {
  place.contentEditable = 'true';
  place.innerHTML = html;
  return place;
});
