import { backdrop, circle, dice, figure, group, ink, line, oval, path, picture, rect, shape } from './shapes.mjs';

const rain = (seed, count, stroke) => {
  const next = dice(seed);
  return Array.from({ length: count }, () => {
    const [x, y, length] = [next() * 1700 - 50, next() * 900, 24 + next() * 30];
    return line(x, y, x - length * 0.3, y + length, stroke, 2, { opacity: 0.4 });
  });
};

const nightBus = picture(
  backdrop(ink.night),
  rect(180, 250, 1240, 470, ink.slate),
  shape(
    [
      [150, 250],
      [800, 110],
      [1450, 250],
    ],
    ink.deep,
  ),
  rect(160, 250, 1280, 26, ink.shade),
  [0, 1, 2, 3, 4, 5].map((at) => [
    rect(330 + at * 180, 276, 40, 444, ink.stone, { opacity: 0.8 }),
    rect(318 + at * 180, 276, 64, 20, ink.stone),
    rect(318 + at * 180, 690, 64, 30, ink.stone),
  ]),
  [0, 1, 2, 3, 4].map((at) => rect(402 + at * 180, 330, 76, 150, at === 3 ? ink.lamp : ink.night, { rx: 38 })),
  circle(800, 190, 34, ink.lamp),
  line(800, 190, 800, 168, ink.night, 5),
  line(800, 190, 816, 196, ink.night, 5),
  rect(0, 720, 1600, 180, '#1a252e'),
  oval(760, 800, 560, 50, ink.lamp, { opacity: 0.14 }),
  rect(400, 500, 760, 270, ink.rust, { rx: 26 }),
  rect(400, 660, 760, 40, ink.wine),
  rect(400, 500, 760, 36, ink.cream, { rx: 18 }),
  [0, 1, 2, 3, 4].map((at) => rect(430 + at * 118, 552, 100, 92, ink.lamp, { rx: 8 })),
  rect(1030, 552, 102, 190, ink.lamp, { rx: 8 }),
  line(1081, 552, 1081, 742, ink.rust, 8),
  [470, 590, 710].map((x) => [
    circle(x + 10, 600, 18, ink.night),
    path(`M ${x - 18} 644 Q ${x + 10} 604 ${x + 38} 644 Z`, ink.night),
  ]),
  [540, 980].map((x) => [circle(x, 770, 54, '#10181e'), circle(x, 770, 24, ink.shade)]),
  circle(1150, 720, 14, ink.cream),
  line(1330, 740, 1330, 520, ink.stone, 10),
  circle(1330, 510, 34, ink.cream),
  circle(1330, 510, 22, ink.rust),
  figure(1260, 770, 170, ink.deep),
  path('M 1196 600 Q 1260 536 1324 600 Z', ink.ochre),
  line(1260, 600, 1260, 690, ink.ochre, 5),
  rain(61, 130, ink.mist),
);

const crowd = (top, rows, seed) => {
  const next = dice(seed);
  const coats = [ink.slate, ink.rust, ink.ochre, ink.deep, ink.stone, ink.moss, ink.wine];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 58 }, (_, at) => {
      const [x, y] = [at * 28 + (row % 2) * 14, top + row * 30];
      return [
        circle(x, y, 7, ink.sand),
        rect(x - 9, y + 7, 18, 20, coats[Math.floor(next() * coats.length)], { rx: 6 }),
      ];
    }),
  );
};

const stadium = picture(
  backdrop('#33454f'),
  rect(0, 0, 1600, 120, ink.night),
  [200, 1400].map((x) => [
    line(x, 470, x, 90, ink.night, 16),
    rect(x - 90, 40, 180, 76, ink.slate),
    [0, 1].map((row) => [0, 1, 2, 3].map((at) => circle(x - 66 + at * 44, 60 + row * 36, 13, ink.lamp))),
  ]),
  shape(
    [
      [200, 110],
      [60, 520],
      [620, 520],
    ],
    ink.lamp,
    { opacity: 0.09 },
  ),
  shape(
    [
      [1400, 110],
      [980, 520],
      [1540, 520],
    ],
    ink.lamp,
    { opacity: 0.09 },
  ),
  rect(0, 250, 1600, 270, '#26353e'),
  rect(0, 230, 1600, 24, ink.shade),
  crowd(276, 8, 81),
  rect(0, 512, 1600, 44, ink.cream),
  [0, 1, 2, 3, 4, 5, 6, 7].map((at) => rect(at * 200, 512, 100, 44, at % 2 ? ink.rust : ink.deep)),
  rect(0, 556, 1600, 344, ink.moss),
  [0, 1, 2, 3].map((at) =>
    shape(
      [
        [at * 420 - 100, 900],
        [at * 420 + 20, 556],
        [at * 420 + 190, 556],
        [at * 420 + 120, 900],
      ],
      ink.pine,
      { opacity: 0.35 },
    ),
  ),
  line(0, 590, 1600, 590, ink.cream, 5),
  path('M 420 590 L 330 780 L 1270 780 L 1180 590', 'none', { stroke: ink.cream, 'stroke-width': 5 }),
  Array.from({ length: 19 }, (_, at) => line(610 + at * 21, 420, 600 + at * 22, 590, ink.mist, 1.5, { opacity: 0.7 })),
  Array.from({ length: 8 }, (_, at) => line(606, 430 + at * 20, 994, 430 + at * 20, ink.mist, 1.5, { opacity: 0.7 })),
  path('M 600 592 L 600 416 L 1000 416 L 1000 592', 'none', { stroke: ink.cream, 'stroke-width': 10 }),
  figure(760, 610, 150, ink.ochre),
  figure(960, 860, 230, ink.rust),
  circle(880, 800, 19, ink.cream),
  path('M 872 794 L 880 788 L 888 794 L 885 804 L 875 804 Z', ink.night),
);

const eight = (hull, shirt) => [
  path('M -420 0 Q -300 -24 0 -24 Q 320 -24 440 0 Q 320 24 0 24 Q -300 24 -420 0 Z', hull),
  Array.from({ length: 8 }, (_, at) => {
    const x = -270 + at * 72;
    const side = at % 2 ? 1 : -1;
    return [
      line(x, 0, x - 46, side * 118, ink.sand, 6),
      oval(x - 52, side * 126, 9, 22, shirt, { transform: `rotate(${side * 20} ${x - 52} ${side * 126})` }),
      oval(x, 0, 20, 18, shirt),
      circle(x + 4, 0, 10, ink.sand),
      path(`M ${x - 60} ${side * 140} q 20 ${side * 14} 44 0`, 'none', {
        stroke: ink.mist,
        'stroke-width': 3,
        opacity: 0.7,
      }),
    ];
  }),
  oval(-330, 0, 16, 15, ink.cream),
  circle(-330, 0, 9, ink.rose),
  circle(428, 0, 60, ink.lamp, { opacity: 0.25 }),
  circle(428, 0, 16, ink.lamp),
];

const swell = (seed, count) => {
  const next = dice(seed);
  return Array.from({ length: count }, () =>
    path(`M ${next() * 1600} ${next() * 900} q 30 -14 60 0 t 60 0`, 'none', {
      stroke: ink.sea,
      'stroke-width': 4,
      opacity: 0.35,
    }),
  );
};

const rowing = picture(
  backdrop('#243f4a'),
  swell(101, 70),
  Array.from({ length: 9 }, (_, at) => circle(160 + at * 180, 90, 13, at % 2 ? ink.ochre : ink.rust)),
  Array.from({ length: 9 }, (_, at) => circle(100 + at * 180, 812, 13, at % 2 ? ink.ochre : ink.rust)),
  path('M 60 330 Q 300 300 430 300 M 60 290 Q 240 280 380 284', 'none', {
    stroke: ink.mist,
    'stroke-width': 4,
    opacity: 0.5,
  }),
  group(eight(ink.cream, ink.rust), 'translate(860 300) scale(1.2) rotate(-2)'),
  group(eight(ink.ochre, ink.pine), 'translate(800 610) scale(1.2) rotate(-2)'),
  rain(62, 110, ink.mist),
);

/** Each becomes a file of its name. */
export const townScenes = { nightBus, stadium, rowing };
