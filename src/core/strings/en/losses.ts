/** What a paste or an import could not carry, by the code of the loss. */
export const enLosses = {
  'loss.depth': 'Lists or quotations nested too deep were flattened',
  'loss.script': 'Scripts were dropped',
  'loss.embed': 'Embedded media without an address (video, sound, frames) was dropped',
  'loss.drawing': 'Drawings inside the page (SVG) were dropped',
  'loss.formField': 'Form fields and buttons were dropped',
  'loss.hidden': 'Text that the page hides was dropped',
  'loss.editorNote': 'Comments of a word processor were dropped',
  'loss.pageMargin': 'Headers and footers of a word processor were dropped',
  'loss.trackingPixel': 'An invisible picture that reports readers was dropped',
  'loss.remoteImage':
    'A picture on another computer was not fetched; its caption was kept as a paragraph. Add the picture by hand',
  'loss.image':
    'A picture that cannot come along was dropped: without a readable address, or of a type that is not taken',
  'loss.handler': 'Script handlers on elements were dropped',
  'loss.styling': 'Fonts, sizes and colours were dropped',
  'loss.unsafeLink': 'A link with a script or data address was dropped; its text was kept',
  'loss.relativeLink': 'A link to a place beside the page was dropped, since the page says no address of its own',
  'loss.anchorLink': 'A link inside the page was dropped; its text was kept',
  'loss.otherLink': 'A link that is neither web nor mail was dropped; its text was kept',
  'loss.share': 'Share words of the page were left out',
  'loss.commentForm': 'The comment form of the page was left out',
  'loss.navigation': 'Menus, header and footer of the page were left out',
  'loss.sidebar': 'Side matter of the page was left out',
  'loss.pictureMissing': 'A picture was not beside the file; its caption was kept',
} as const;
