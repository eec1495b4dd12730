/** What is said of a paste. */
export const enPaste = {
  'paste.title': 'What the paste changed',
  'paste.whatChanged': 'What changed?',
  'paste.removed': {
    one: '{n} thing of the pasted text could not come along as it was.',
    other: '{n} things of the pasted text could not come along as they were.',
  },
  'paste.quoteLost': {
    one: 'A quotation of the pasted text did not arrive word for word.',
    other: '{n} quotations of the pasted text did not arrive word for word.',
  },
  'paste.changesCame': {
    one: 'The pasted text brought a tracked change along. It is kept as a suggestion.',
    other: 'The pasted text brought {n} tracked changes along. They are kept as suggestions.',
  },
  'paste.quotesChanged': 'Quotations that did not arrive word for word',
  'paste.quotesKept': {
    one: 'One quoted word arrived as it was.',
    other: '{n} quoted words arrived word for word.',
  },
  'paste.changesKept': {
    one: 'One tracked change is kept as a suggestion: it is neither taken nor refused.',
    other: '{n} tracked changes are kept as suggestions: none is taken or refused.',
  },
  'paste.what': 'Left out or changed',
  'paste.howOften': 'How often',
  'paste.remote': 'Pictures on other computers, not fetched',
  'paste.missingPictures': 'A picture that was not part of the copy was left out. Add it by hand',
  'paste.sourceKept': 'Copied from {url}: kept as a private source note on the passage.',
  'paste.sourceNote': 'Pasted from {url}',
  'paste.showMe': 'Show me',
  'paste.asText': 'Paste as text instead',
  'command.pasteText': 'Paste as text',
} as const;
