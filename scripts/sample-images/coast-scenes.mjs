import { backdrop, bird, circle, figure, ink, line, path, picture, rect, ripples, shape, spray } from './shapes.mjs';

const solarShip = picture(
  backdrop(ink.lamp),
  rect(0, 0, 1600, 220, ink.dusk, { opacity: 0.55 }),
  circle(420, 470, 150, ink.cream),
  rect(0, 470, 1600, 430, ink.sea),
  rect(300, 470, 240, 430, ink.cream, { opacity: 0.35 }),
  ripples(480, 900, ink.cream, 41, 80, 0.5),
  ripples(480, 900, ink.deep, 42, 40, 0.35),
  path('M 420 560 L 1440 560 Q 1420 680 1360 700 L 520 700 Q 450 680 420 560 Z', ink.deep),
  rect(420, 640, 990, 16, ink.rust, { opacity: 0.8 }),
  [0, 1, 2, 3, 4, 5].map((at) => {
    const x = 500 + at * 122;
    return [
      shape(
        [
          [x, 548],
          [x + 112, 500],
          [x + 112, 520],
          [x, 566],
        ],
        ink.night,
      ),
      shape(
        [
          [x, 540],
          [x + 112, 492],
          [x + 112, 508],
          [x, 556],
        ],
        ink.slate,
      ),
      [1, 2, 3].map((part) => line(x + part * 28, 540 - part * 12, x + part * 28, 554 - part * 12, ink.mist, 3)),
    ];
  }),
  rect(1250, 392, 130, 168, ink.cream),
  rect(1240, 376, 150, 18, ink.rust),
  [0, 1].map((row) => [0, 1, 2].map((at) => rect(1266 + at * 38, 412 + row * 48, 26, 28, ink.slate))),
  line(1314, 376, 1314, 300, ink.night, 6),
  rect(0, 760, 330, 140, ink.night),
  rect(0, 748, 346, 18, ink.slate),
  rect(60, 560, 26, 190, ink.night),
  line(72, 566, 300, 520, ink.night, 14),
  line(290, 522, 290, 640, ink.night, 4),
  bird(820, 220, 24, ink.wine),
  bird(910, 260, 16, ink.wine),
);

const seaWall = picture(
  backdrop(ink.mist),
  rect(0, 0, 1600, 180, ink.slate, { opacity: 0.25 }),
  path('M 0 250 Q 300 160 620 230 T 1240 210 T 1600 250 L 1600 120 L 0 120 Z', ink.slate, { opacity: 0.18 }),
  rect(0, 470, 1600, 430, ink.deep),
  ripples(490, 640, ink.mist, 51, 40, 0.5),
  path('M 0 640 Q 90 560 190 640 T 390 640 T 590 640 T 790 640 L 790 900 L 0 900 Z', ink.sea),
  path('M 0 730 Q 110 640 230 730 T 470 730 T 700 730 L 760 900 L 0 900 Z', ink.slate),
  spray(700, 650, 240, ink.cream, 53),
  shape(
    [
      [690, 900],
      [820, 470],
      [1600, 470],
      [1600, 900],
    ],
    ink.stone,
  ),
  shape(
    [
      [820, 470],
      [1600, 470],
      [1600, 500],
      [812, 500],
    ],
    ink.paper,
  ),
  [0, 1, 2, 3, 4, 5].map((row) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((at) => {
      const y = 520 + row * 62;
      const x = 830 - row * 20 + at * 112 + (row % 2) * 50;
      return rect(x, y, 100, 52, at % 3 === row % 3 ? '#a59d90' : '#aea698', { rx: 6 });
    }),
  ),
  figure(1090, 474, 190, ink.rust),
  figure(1300, 474, 185, ink.ochre),
  line(1196, 474, 1180, 372, ink.night, 6),
  line(1196, 474, 1216, 372, ink.night, 6),
  line(1197, 474, 1197, 372, ink.night, 6),
  rect(1172, 338, 54, 36, ink.ochre, { rx: 4 }),
  circle(1176, 356, 10, ink.night),
  [0, 1, 2].map((at) => [rect(1430 + at * 66, 400, 12, 74, ink.night), circle(1436 + at * 66, 396, 9, ink.night)]),
);

const accounts = picture(
  backdrop(ink.sky),
  path('M 100 200 Q 180 130 280 190 Q 360 150 420 220 L 90 220 Z', ink.cream),
  path('M 1080 150 Q 1180 80 1280 150 Q 1380 110 1430 180 L 1060 180 Z', ink.cream),
  rect(0, 690, 1600, 210, ink.stone),
  rect(0, 690, 1600, 14, ink.shade),
  rect(300, 300, 520, 390, ink.rust),
  shape(
    [
      [280, 300],
      [560, 190],
      [840, 300],
    ],
    ink.wine,
  ),
  rect(500, 110, 120, 190, ink.rust),
  shape(
    [
      [486, 112],
      [560, 40],
      [634, 112],
    ],
    ink.wine,
  ),
  circle(560, 176, 42, ink.cream),
  line(560, 176, 560, 148, ink.night, 6),
  line(560, 176, 582, 186, ink.night, 6),
  [0, 1].map((row) =>
    [0, 1, 2, 3, 4].map((at) => [
      rect(336 + at * 96, 340 + row * 130, 56, 86, ink.cream),
      rect(342 + at * 96, 346 + row * 130, 44, 74, ink.slate),
    ]),
  ),
  rect(520, 570, 80, 120, ink.night),
  rect(300, 548, 520, 12, ink.cream, { opacity: 0.6 }),
  [
    [900, 590, ink.deep],
    [1120, 590, ink.ochre],
    [1340, 590, ink.moss],
    [960, 490, ink.rust],
    [1180, 490, ink.slate],
    [1060, 390, ink.pine],
  ].map(([x, y, fill]) => [
    rect(x, y, 212, 98, fill),
    Array.from({ length: 9 }, (_, at) =>
      line(x + 20 + at * 22, y + 12, x + 20 + at * 22, y + 86, ink.night, 2, { opacity: 0.3 }),
    ),
  ]),
  figure(200, 760, 170, ink.deep),
  figure(900, 780, 180, ink.moss),
);

/** Each becomes a file of its name. */
export const coastScenes = { solarShip, seaWall, accounts };
