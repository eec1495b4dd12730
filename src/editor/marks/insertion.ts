import { changeMark } from './change-mark.js';

/** Text or a block that a suggestion puts in. */
export const Insertion = changeMark('insertion', 'ins');
