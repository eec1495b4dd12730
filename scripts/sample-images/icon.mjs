import { ink, line, path, rect } from './shapes.mjs';

/** The app's icon, 512 × 512: a sheet of copy with a headline, and the desk's red pencil across its corner. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">${[
  rect(16, 16, 480, 480, ink.deep, { rx: 108 }),
  path('M 128 92 H 330 L 396 158 V 412 Q 396 424 384 424 H 128 Q 116 424 116 412 V 104 Q 116 92 128 92 Z', ink.cream),
  path('M 330 92 V 146 Q 330 158 342 158 H 396 Z', ink.sand),
  rect(150, 136, 140, 26, ink.night, { rx: 5 }),
  rect(150, 176, 104, 26, ink.night, { rx: 5 }),
  [236, 268, 300, 332, 364].map((y, at) => line(156, y, at === 4 ? 250 : 350, y, ink.shade, 12)).join(''),
  `<g transform="translate(330 330) rotate(45)">${[
    rect(-27, -190, 54, 44, ink.rose, { rx: 12 }),
    rect(-27, -158, 54, 26, ink.stone),
    rect(-27, -134, 54, 204, '#b8432f'),
    rect(-9, -134, 18, 204, '#cf5a44'),
    path('M -27 70 H 27 L 0 134 Z', ink.sand),
    path('M -10 110 H 10 L 0 134 Z', ink.night),
  ].join('')}</g>`,
].join('')}</svg>`;
