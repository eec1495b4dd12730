import type { Rendition } from '../../src/core/export/rendition.js';
import { picture, rendition, renditionImage } from './rendition.js';
import { doc, em, h, img, li, ol, p, quote, strong, ul } from './story.js';

const rich = rendition({
  kicker: 'Diplomacy',
  leadImage: renditionImage(),
  bodyFooter: 'Maren Holt covers the port.',
  body: doc(
    h(3, 'A heading'),
    p('Text with ', strong('bold'), ' and ', em('italic'), ', Łódź.'),
    ul(li(p('One')), li(p('Two'), ul(li(p('Nested'))))),
    ol(li(p('First'))),
    quote(p('Somebody said this to us.')),
    img({ media: picture(2), alt: 'The quay', caption: 'Caption', credit: 'Credit' }),
    p('عربي في النص'),
    p('https://example.org/'.repeat(20)),
  ),
  media: { [picture(2)]: { width: 800, height: 600 } },
  related: [1, 2, 3].map((number) => ({
    href: number === 2 ? null : 'https://example.org/',
    section: 'Sport',
    headline: `Regatta number ${String(number)} was won by the length of a lantern`,
    excerpt: 'Eights met on the water and...',
    image: number === 3 ? null : renditionImage({ mediaId: picture(2 + number) }),
  })),
  corrections: [{ type: 'correction', text: 'Was Monday.', at: '2026-02-04T08:00:00.000Z', place: 'top' }],
});
/** Pages with everything, with nothing, as a proof, with a headline that does not end, from right to left. */
export const pageCases: Readonly<Record<string, Rendition>> = {
  rich,
  plain: rendition({ dek: '', byline: '', dateline: '' }),
  proof: rendition({
    edition: null,
    url: null,
    publication: { ...rich.publication, baseUrl: '', commentUrl: '' },
    firstPublishedAt: null,
    publishedAt: null,
  }),
  'long headline': { ...rich, headline: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik '.repeat(8) },
  arabic: {
    ...rich,
    language: 'ar',
    direction: 'rtl',
    headline: 'محادثات السلام تُستأنف في أبوظبي',
    dek: 'عادت الوفود إلى الطاولة.',
    byline: 'سلمى حداد',
  },
};
