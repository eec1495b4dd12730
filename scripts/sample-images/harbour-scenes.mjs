import {
  backdrop,
  bird,
  circle,
  figure,
  group,
  houses,
  ink,
  line,
  oval,
  path,
  picture,
  rect,
  ripples,
  shape,
} from './shapes.mjs';

const rail = (x, y, length) => [
  line(x, y, x + length, y, ink.cream, 4),
  ...Array.from({ length: Math.floor(length / 30) + 1 }, (_, at) =>
    line(x + at * 30, y, x + at * 30, y + 26, ink.cream, 3),
  ),
];

/** The Petrel, bow to the right, waterline at 0. */
const petrel = (lit) => [
  path('M -230 -50 L 250 -50 Q 236 -4 190 8 L -190 8 Q -222 0 -230 -50 Z', ink.rust),
  rect(-232, -62, 484, 14, ink.cream),
  rect(-170, -138, 300, 78, ink.cream),
  ...Array.from({ length: 6 }, (_, at) => rect(-152 + at * 46, -120, 32, 36, lit ? ink.lamp : ink.slate, { rx: 3 })),
  rect(-178, -150, 316, 14, ink.deep),
  ...rail(-170, -176, 180),
  path('M 40 -150 L 46 -206 L 128 -206 L 120 -150 Z', ink.cream),
  rect(54, -194, 62, 24, lit ? ink.lamp : ink.slate),
  rect(36, -216, 100, 12, ink.deep),
  line(84, -216, 84, -286, ink.night, 5),
  shape(
    [
      [84, -284],
      [134, -272],
      [84, -260],
    ],
    ink.ochre,
  ),
];

const ferry = picture(
  backdrop(ink.dusk),
  rect(0, 0, 1600, 210, ink.rose, { opacity: 0.45 }),
  circle(1180, 330, 82, ink.lamp),
  rect(0, 330, 1600, 34, ink.rose, { opacity: 0.35 }),
  shape(
    [
      [0, 470],
      [0, 380],
      [190, 350],
      [420, 392],
      [700, 360],
      [960, 402],
      [1250, 376],
      [1600, 410],
      [1600, 470],
    ],
    ink.shade,
    { opacity: 0.6 },
  ),
  houses(-20, 470, 9, [ink.slate, ink.deep, '#3c5360'], { seed: 7, lit: ink.lamp, size: 0.9, roof: ink.night }),
  rect(-10, 466, 900, 26, ink.night),
  rect(0, 490, 1600, 410, ink.deep),
  rect(1110, 490, 140, 410, ink.dusk, { opacity: 0.28 }),
  ripples(500, 900, ink.dusk, 11, 70, 0.55),
  ripples(500, 900, ink.night, 12, 50, 0.5),
  rect(1470, 370, 34, 120, ink.cream),
  rect(1462, 350, 50, 26, ink.rust),
  rect(1400, 480, 200, 22, ink.night),
  group(petrel(true), 'translate(900 650) scale(1.25)'),
  path('M 560 668 Q 480 660 300 690', 'none', { stroke: ink.cream, 'stroke-width': 5, opacity: 0.5 }),
  bird(420, 180, 22, ink.night),
  bird(500, 220, 15, ink.night),
  bird(1360, 150, 18, ink.night),
);

const ferryBerth = picture(
  backdrop(ink.sky),
  rect(0, 300, 1600, 600, ink.sea),
  shape(
    [
      [0, 300],
      [0, 230],
      [300, 250],
      [560, 214],
      [820, 262],
      [1100, 240],
      [1600, 280],
      [1600, 300],
    ],
    ink.mist,
  ),
  houses(960, 330, 6, [ink.sand, ink.paper, ink.stone], { seed: 5, size: 0.72, roof: ink.rust }),
  rect(930, 326, 700, 22, ink.shade),
  ripples(320, 900, ink.cream, 3, 70, 0.35),
  group(petrel(false), 'translate(900 560) scale(1.4)'),
  rect(0, 690, 1600, 210, ink.stone),
  rect(0, 690, 1600, 18, ink.shade),
  [180, 640, 1120, 1480].map((x) => [
    rect(x, 640, 42, 60, ink.night, { rx: 8 }),
    rect(x - 8, 630, 58, 18, ink.night, { rx: 8 }),
  ]),
  path('M 200 646 Q 420 640 560 520', 'none', { stroke: ink.sand, 'stroke-width': 8 }),
  path('M 1140 646 Q 1180 600 1220 520', 'none', { stroke: ink.sand, 'stroke-width': 8 }),
  figure(360, 800, 190, ink.rust),
  figure(450, 815, 180, ink.deep),
  group(
    [
      circle(-52, 0, 40, 'none', { stroke: ink.night, 'stroke-width': 7 }),
      circle(62, 0, 40, 'none', { stroke: ink.night, 'stroke-width': 7 }),
      path(
        'M -52 0 L -14 -58 L 44 -58 L 62 0 M -14 -58 L 6 0 L 44 -58 M 6 0 L -52 0 M 44 -58 L 40 -80 L 58 -84',
        'none',
        { stroke: ink.rust, 'stroke-width': 7, 'stroke-linejoin': 'round' },
      ),
    ],
    'translate(1320 790) scale(1.15)',
  ),
  bird(300, 130, 24, ink.slate),
  bird(390, 170, 16, ink.slate),
);

const dredger = picture(
  backdrop(ink.paper),
  rect(0, 0, 1600, 250, ink.sand, { opacity: 0.4 }),
  houses(60, 420, 14, [ink.stone, ink.mist, ink.sand], { seed: 21, size: 0.62, roof: ink.shade }),
  rect(0, 416, 1600, 24, ink.shade),
  rect(0, 438, 1600, 462, ink.sea),
  ripples(450, 900, ink.cream, 31, 80, 0.4),
  path('M 330 560 L 1270 560 Q 1256 650 1210 664 L 400 664 Q 350 650 330 560 Z', ink.night),
  rect(330, 546, 940, 18, ink.ochre),
  rect(380, 430, 180, 118, ink.cream),
  rect(372, 416, 196, 18, ink.rust),
  [0, 1, 2].map((at) => rect(400 + at * 52, 456, 34, 34, ink.slate)),
  rect(620, 500, 420, 48, ink.moss),
  path('M 640 500 Q 820 440 1020 500 Z', ink.shade),
  line(1090, 548, 1090, 300, ink.rust, 20),
  line(1090, 310, 1420, 430, ink.rust, 18),
  line(1420, 430, 1420, 610, ink.night, 6),
  path('M 1376 610 L 1464 610 L 1450 682 Q 1420 706 1390 682 Z', ink.slate),
  line(1090, 300, 960, 548, ink.night, 5),
  group(
    [
      shape(
        [
          [-40, 0],
          [40, 0],
          [18, -120],
          [-18, -120],
        ],
        ink.rust,
      ),
      rect(-18, -160, 36, 40, ink.rust),
      circle(0, -176, 14, ink.lamp),
      oval(0, 4, 66, 16, ink.wine),
    ],
    'translate(200 760) rotate(-5)',
  ),
  bird(980, 170, 22, ink.slate),
  bird(1060, 210, 15, ink.slate),
);

/** Each becomes a file of its name. */
export const harbourScenes = { ferry, ferryBerth, dredger };
