import { backdrop, bird, circle, group, ink, line, path, picture, rect, ripples, shape, spray } from './shapes.mjs';

/** A table flag on its foot; stripes from the top. */
const flag = (x, base, stripes, mast = null) => [
  rect(x - 30, base - 12, 60, 12, ink.night, { rx: 6 }),
  rect(x - 4, base - 210, 8, 200, ink.night),
  stripes.map((fill, at) => rect(x + 4, base - 208 + (at * 84) / stripes.length, 124, 84 / stripes.length, fill)),
  mast ? rect(x + 4, base - 208, 34, 84, mast) : '',
];

const chair = (x, y, size, fill) =>
  group(
    [
      rect(-52, -150, 104, 120, fill, { rx: 18 }),
      rect(-60, -40, 120, 40, ink.night, { rx: 10 }),
      rect(-50, 0, 12, 90, ink.night),
      rect(38, 0, 12, 90, ink.night),
    ],
    `translate(${x} ${y}) scale(${size})`,
  );

const peaceTalks = picture(
  backdrop('#d8cbb4'),
  rect(0, 0, 1600, 70, '#b9a98c'),
  rect(240, 90, 1120, 360, ink.sky),
  circle(1120, 210, 56, ink.cream),
  rect(240, 372, 1120, 78, ink.mist),
  [
    [300, 150, 70],
    [390, 210, 60],
    [470, 120, 52],
    [540, 230, 90],
    [660, 180, 60],
    [740, 96, 38],
    [800, 250, 80],
    [900, 200, 64],
    [990, 270, 90],
    [1110, 300, 70],
    [1210, 250, 60],
  ].map(([x, top, w], at) => rect(x, top + 20, w, 366 - top, at % 3 ? '#9fb0ae' : '#8ea3a4')),
  shape(
    [
      [740, 116],
      [759, 60],
      [778, 116],
    ],
    '#8ea3a4',
  ),
  ripples(384, 446, ink.cream, 4, 14, 0.6),
  [520, 800, 1080].map((x) => rect(x - 6, 90, 12, 360, '#b9a98c')),
  // The water is drawn across the whole width: the wall covers it beside the window.
  [180, 1360].map((x) => rect(x, 70, 60, 560, '#d8cbb4')),
  rect(228, 80, 1144, 14, '#a08f71'),
  rect(228, 446, 1144, 18, '#a08f71'),
  rect(0, 70, 190, 560, '#8a5e4b'),
  rect(1410, 70, 190, 560, '#8a5e4b'),
  [40, 90, 140].map((x) => [line(x, 70, x, 630, '#74503f', 6), line(x + 1410, 70, x + 1410, 630, '#74503f', 6)]),
  rect(0, 620, 1600, 280, '#c0ae90'),
  [330, 520, 1080, 1270].map((x) => chair(x, 560, 0.95, ink.slate)),
  path('M 130 660 Q 800 560 1470 660 L 1560 820 Q 800 760 40 820 Z', '#7b5138'),
  path('M 40 820 Q 800 760 1560 820 L 1560 856 Q 800 798 40 856 Z', '#5d3c29'),
  flag(560, 690, ['#4f7fa6', '#d9b44a']),
  flag(760, 680, [ink.pine, ink.cream, ink.night], ink.rust),
  flag(960, 690, [ink.cream, '#46648c', '#a04a41']),
  [
    [300, 730],
    [420, 712],
    [1180, 712],
    [1300, 730],
  ].map(([x, y]) => [
    shape(
      [
        [x - 50, y],
        [x + 40, y - 8],
        [x + 60, y + 30],
        [x - 40, y + 40],
      ],
      ink.cream,
    ),
    line(x - 26, y + 10, x + 36, y + 3, ink.stone, 3),
    line(x - 22, y + 20, x + 40, y + 13, ink.stone, 3),
  ]),
  [
    [220, 720],
    [500, 740],
    [1110, 740],
    [1390, 720],
  ].map(([x, y]) => [
    rect(x - 13, y - 40, 26, 44, ink.mist, { opacity: 0.85, rx: 4 }),
    rect(x - 13, y - 22, 26, 26, ink.cream, { opacity: 0.7, rx: 4 }),
  ]),
);

const setting = (x, y, turn) =>
  group(
    [
      circle(0, 0, 88, ink.cream),
      circle(0, 0, 88, 'none', { stroke: ink.stone, 'stroke-width': 4 }),
      circle(0, 0, 58, 'none', { stroke: ink.stone, 'stroke-width': 3 }),
      shape(
        [
          [-34, -30],
          [34, -30],
          [26, 34],
          [-26, 34],
        ],
        ink.wine,
      ),
      line(-118, -50, -118, 60, ink.shade, 7),
      [-126, -118, -110].map((at) => line(at, -64, at, -36, ink.shade, 4)),
      line(116, -10, 116, 60, ink.shade, 7),
      path('M 110 -70 Q 130 -40 120 -8 L 110 -8 Z', ink.shade),
      circle(96, -112, 26, ink.mist, { opacity: 0.8 }),
      circle(96, -112, 16, ink.wine, { opacity: 0.55 }),
    ].flat(2),
    `translate(${x} ${y}) rotate(${turn})`,
  );

const dinnerTable = picture(
  backdrop('#57473c'),
  Array.from({ length: 12 }, (_, at) => line(0, at * 80, 1600, at * 80, '#4b3d33', 4)),
  rect(60, 110, 1480, 680, '#8c8375', { rx: 30, opacity: 0.4 }),
  rect(50, 100, 1480, 680, ink.paper, { rx: 26 }),
  rect(50, 400, 1480, 80, '#c8b48d'),
  rect(50, 412, 1480, 4, ink.shade),
  rect(50, 466, 1480, 4, ink.shade),
  [210, 500, 790, 1080, 1370].map((x) => [setting(x, 240, 180), setting(x, 640, 0)]),
  [355, 935].map((x) => [circle(x, 440, 46, ink.ochre), circle(x, 440, 30, ink.cream), circle(x, 440, 8, ink.rust)]),
  [645, 1225].map((x) => [
    circle(x, 440, 52, ink.slate),
    Array.from({ length: 7 }, (_, at) => {
      const turn = (at / 7) * Math.PI * 2;
      return circle(x + Math.cos(turn) * 34, 440 + Math.sin(turn) * 34, 20, at % 2 ? ink.moss : ink.rose);
    }),
    circle(x, 440, 18, ink.rust),
  ]),
);

const sacks = (x, base, columns, rows) =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns - row }, (_, at) => {
      const [left, top] = [x + at * 92 + row * 46, base - 52 - row * 48];
      return [
        rect(left, top, 88, 50, row % 2 ? ink.sand : '#cdb88f', { rx: 18 }),
        line(left + 16, top + 18, left + 72, top + 18, ink.rust, 5),
      ];
    }),
  );

const foodAid = picture(
  backdrop('#e6d3ac'),
  rect(0, 0, 1600, 200, ink.dusk, { opacity: 0.35 }),
  circle(260, 250, 76, ink.cream),
  shape(
    [
      [0, 520],
      [0, 440],
      [220, 404],
      [420, 452],
      [640, 430],
      [640, 520],
    ],
    ink.moss,
    { opacity: 0.55 },
  ),
  rect(0, 510, 1600, 390, ink.sea),
  ripples(520, 760, ink.cream, 17, 60, 0.5),
  path('M 480 520 L 1640 520 L 1640 730 L 620 730 Q 540 720 480 520 Z', ink.deep),
  rect(560, 668, 1080, 62, ink.rust),
  rect(480, 506, 1160, 18, ink.cream),
  rect(1330, 250, 190, 256, ink.cream),
  rect(1316, 230, 218, 24, ink.slate),
  [0, 1, 2].map((row) => [0, 1, 2].map((at) => rect(1352 + at * 54, 276 + row * 66, 34, 36, ink.slate))),
  rect(1400, 150, 60, 82, ink.rust),
  rect(1400, 150, 60, 22, ink.night),
  sacks(660, 506, 6, 3),
  rect(0, 780, 1600, 120, ink.stone),
  rect(0, 772, 1600, 16, ink.shade),
  line(330, 780, 330, 120, ink.ochre, 26),
  line(330, 140, 960, 140, ink.ochre, 20),
  line(330, 240, 560, 140, ink.ochre, 12),
  line(200, 140, 330, 140, ink.ochre, 20),
  rect(176, 130, 60, 60, ink.slate),
  line(880, 150, 880, 260, ink.night, 5),
  shape(
    [
      [880, 258],
      [806, 312],
      [954, 312],
    ],
    'none',
    { stroke: ink.night, 'stroke-width': 5 },
  ),
  sacks(790, 366, 2, 1),
  sacks(60, 780, 3, 2),
  sacks(1080, 840, 4, 2),
  bird(560, 90, 20, ink.slate),
  bird(640, 130, 14, ink.slate),
);

const turbine = (x, base, size, turn) =>
  group(
    [
      shape(
        [
          [-5, 0],
          [5, 0],
          [3, -200],
          [-3, -200],
        ],
        ink.cream,
      ),
      ...[0, 120, 240].map((angle) =>
        path('M 0 0 Q 12 -40 3 -112 Q -6 -60 0 0 Z', ink.cream, {
          transform: `translate(0 -200) rotate(${turn + angle})`,
        }),
      ),
      circle(0, -200, 8, ink.stone),
    ],
    `translate(${x} ${base}) scale(${size})`,
  );

const climateCoast = picture(
  backdrop('#8fa3a6'),
  path(
    'M 0 0 L 1600 0 L 1600 210 Q 1380 290 1180 220 Q 980 300 760 226 Q 520 310 300 220 Q 120 280 0 220 Z',
    ink.slate,
  ),
  path('M 0 0 L 1600 0 L 1600 120 Q 1300 190 1060 130 Q 760 200 480 130 Q 200 190 0 120 Z', ink.night, {
    opacity: 0.55,
  }),
  rect(0, 250, 1600, 190, '#c3c9bf', { opacity: 0.55 }),
  path('M 1010 190 L 960 280 L 1000 280 L 950 372 L 1050 256 L 1006 256 L 1060 190 Z', ink.lamp),
  rect(0, 430, 1600, 470, ink.deep),
  ripples(440, 620, ink.mist, 19, 50, 0.5),
  turbine(170, 470, 0.9, 12),
  turbine(330, 462, 0.72, 40),
  turbine(470, 456, 0.56, 75),
  path('M 980 470 Q 1120 420 1240 430 L 1240 360 L 1600 330 L 1600 900 L 1100 900 Q 960 640 980 470 Z', ink.pine),
  path('M 980 470 Q 1120 440 1600 430 L 1600 520 Q 1200 500 1000 560 Z', ink.moss),
  rect(1306, 130, 62, 250, ink.cream),
  rect(1306, 190, 62, 44, ink.rust),
  rect(1306, 290, 62, 44, ink.rust),
  rect(1296, 112, 82, 22, ink.night),
  rect(1312, 66, 50, 48, ink.lamp),
  shape(
    [
      [1304, 68],
      [1337, 34],
      [1370, 68],
    ],
    ink.night,
  ),
  shape(
    [
      [1312, 72],
      [1312, 108],
      [700, 30],
      [700, 150],
    ],
    ink.lamp,
    { opacity: 0.22 },
  ),
  rect(1420, 320, 96, 80, ink.paper),
  shape(
    [
      [1408, 322],
      [1468, 274],
      [1528, 322],
    ],
    ink.rust,
  ),
  line(1570, 400, 1570, 170, ink.night, 6),
  [0, 1, 2].map((at) =>
    path(`M ${1546 - at * 12} ${190 - at * 8} Q 1570 ${150 - at * 22} ${1594 + at * 12} ${190 - at * 8}`, 'none', {
      stroke: ink.night,
      'stroke-width': 4,
      opacity: 0.8,
    }),
  ),
  path('M 0 640 Q 160 540 330 620 T 660 620 T 990 640 L 1100 900 L 0 900 Z', ink.sea),
  path('M 0 760 Q 180 650 360 740 T 720 740 T 1040 780 L 1100 900 L 0 900 Z', ink.slate),
  spray(1010, 660, 220, ink.cream, 54),
);

/** Each becomes a file of its name. */
export const worldScenes = { peaceTalks, dinnerTable, foodAid, climateCoast };
