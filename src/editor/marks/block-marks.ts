/** The marks that may stand on a whole block (decision 15): what a parent of blocks says in its `marks`. */
export const blockMarks = 'insertion deletion modification';
