import { changeMark } from './change-mark.js';

/** Text or a block that a suggestion takes out. */
export const Deletion = changeMark('deletion', 'del');
