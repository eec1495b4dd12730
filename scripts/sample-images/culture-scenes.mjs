import { backdrop, circle, dice, figure, group, ink, line, oval, path, picture, rect, shape } from './shapes.mjs';

const museum = picture(
  backdrop('#2a2f33'),
  rect(0, 0, 1600, 90, '#20262a'),
  shape(
    [
      [0, 900],
      [0, 760],
      [1600, 760],
      [1600, 900],
    ],
    '#3a3a38',
  ),
  [0, 1].map((row) =>
    Array.from({ length: 8 }, (_, at) => {
      const [x, y] = [120 + at * 178, 200 + row * 200];
      const next = dice(70 + row * 8 + at);
      const horizon = y + 60 + next() * 26;
      const boat = x + 26 + next() * 50;
      return [
        rect(x - 12, y - 12, 142, 152, ink.lamp, { opacity: 0.16 }),
        rect(x, y, 118, 128, ink.paper),
        rect(x + 8, y + 8, 102, 112, ink.sand),
        rect(x + 8, horizon, 102, y + 120 - horizon, ink.shade),
        at % 3 === 2
          ? [
              rect(x + 24, horizon - 34, 26, 40, ink.slate),
              rect(x + 56, horizon - 48, 30, 54, ink.slate),
              shape(
                [
                  [x + 54, horizon - 48],
                  [x + 71, horizon - 64],
                  [x + 88, horizon - 48],
                ],
                ink.night,
              ),
            ]
          : [
              shape(
                [
                  [boat, horizon + 8],
                  [boat + 44, horizon + 8],
                  [boat + 36, horizon + 20],
                  [boat + 8, horizon + 20],
                ],
                ink.night,
              ),
              line(boat + 22, horizon + 8, boat + 22, horizon - 40, ink.night, 3),
              shape(
                [
                  [boat + 24, horizon - 38],
                  [boat + 24, horizon + 2],
                  [boat + 46, horizon + 2],
                ],
                ink.cream,
              ),
            ],
      ];
    }),
  ),
  rect(0, 600, 1600, 8, '#20262a'),
  figure(540, 850, 330, '#6a4a3f', { head: ink.rose, legs: '#171b1e' }),
  figure(1010, 860, 300, ink.deep, { head: ink.sand, legs: '#171b1e' }),
  oval(540, 856, 120, 14, '#171b1e', { opacity: 0.6 }),
  oval(1010, 866, 110, 13, '#171b1e', { opacity: 0.6 }),
);

const lightTable = picture(
  backdrop('#39424a'),
  shape(
    [
      [120, 900],
      [260, 180],
      [1340, 180],
      [1480, 900],
    ],
    ink.night,
  ),
  shape(
    [
      [190, 900],
      [310, 220],
      [1290, 220],
      [1410, 900],
    ],
    ink.cream,
  ),
  [0, 1, 2].map((row) =>
    [0, 1, 2, 3].map((at) => {
      const w = 170 + row * 22;
      const x = 800 + (at - 2) * (w + 34) + 17;
      const y = 270 + row * 196;
      const next = dice(90 + row * 4 + at);
      const sea = y + 70 + next() * 30;
      if (row === 2 && at === 3) return '';
      return [
        rect(x, y, w, 148 + row * 10, '#5b5348', { rx: 4 }),
        rect(x + 10, y + 10, w - 20, 128 + row * 10, ink.shade),
        rect(x + 10, y + 10, w - 20, sea - y - 10, '#4a443b'),
        circle(x + 40 + next() * 80, y + 42, 14, '#2e2a25'),
        shape(
          [
            [x + 40, sea],
            [x + 110, sea],
            [x + 96, sea + 24],
            [x + 54, sea + 24],
          ],
          ink.cream,
        ),
        line(x + 75, sea, x + 75, sea - 52, ink.cream, 4),
      ];
    }),
  ),
  group(
    [
      rect(-12, -150, 24, 210, ink.rust, { rx: 10 }),
      rect(-20, 56, 40, 34, ink.ochre),
      path('M -20 90 L 20 90 L 12 150 Q 0 166 -12 150 Z', ink.sand),
    ],
    'translate(1240 700) rotate(38)',
  ),
  group(
    [
      circle(0, 0, 92, 'none', { stroke: ink.night, 'stroke-width': 18 }),
      circle(0, 0, 84, ink.mist, { opacity: 0.35 }),
      rect(-13, 96, 26, 150, ink.night, { rx: 10 }),
    ],
    'translate(330 620) rotate(32)',
  ),
);

const archive = picture(
  backdrop('#3b3733'),
  rect(0, 0, 560, 900, '#2d2a27'),
  [0, 1, 2, 3, 4, 5].map((row) =>
    [0, 1].map((at) => [
      rect(40 + at * 240, 250 + row * 96, 220, 80, '#6a5a48'),
      rect(126 + at * 240, 282 + row * 96, 48, 14, ink.ochre),
    ]),
  ),
  rect(0, 820, 560, 80, ink.deep, { opacity: 0.75 }),
  [60, 220, 380].map((x) => line(x, 846, x + 90, 846, ink.mist, 4, { opacity: 0.6 })),
  shape(
    [
      [1260, 0],
      [1600, 0],
      [1600, 330],
      [1360, 330],
    ],
    ink.lamp,
    { opacity: 0.85 },
  ),
  shape(
    [
      [560, 900],
      [1380, 300],
      [1600, 300],
      [1600, 900],
    ],
    '#57514a',
  ),
  Array.from({ length: 11 }, (_, at) => [
    rect(600 + at * 76, 820 - at * 52, 1600, 52, at % 2 ? '#6f685f' : '#7b746a'),
    rect(600 + at * 76, 820 - at * 52, 1600, 8, ink.stone),
  ]),
  line(560, 700, 1400, 120, ink.ochre, 12),
  [0, 1, 2, 3].map((at) => line(680 + at * 200, 620 - at * 138, 690 + at * 200, 790 - at * 138, ink.ochre, 8)),
  figure(790, 720, 300, ink.rust, { legs: '#1d1b19' }),
  figure(1170, 462, 300, ink.moss, { legs: '#1d1b19' }),
  group(
    [
      rect(-240, -110, 480, 220, ink.shade),
      rect(-230, -100, 460, 200, ink.paper),
      path('M -230 20 Q -150 -60 -80 -10 T 60 0 T 150 -50 T 230 -30 L 230 100 L -230 100 Z', ink.mist),
      path('M -230 20 Q -150 -60 -80 -10 T 60 0 T 150 -50 T 230 -30', 'none', { stroke: ink.slate, 'stroke-width': 4 }),
      circle(150, 50, 26, 'none', { stroke: ink.rust, 'stroke-width': 4 }),
      shape(
        [
          [150, 18],
          [158, 50],
          [150, 82],
          [142, 50],
        ],
        ink.rust,
      ),
      [0, 1, 2, 3].map((at) => line(-200 + at * 60, -70, -170 + at * 60, -70, ink.shade, 4)),
      line(-230, 100, 230, -100, ink.shade, 1.5),
      line(-230, -20, 230, 90, ink.shade, 1.5),
    ].flat(3),
    'translate(980 460) rotate(-34) scale(0.86)',
  ),
);

/** Each becomes a file of its name. */
export const cultureScenes = { museum, lightTable, archive };
