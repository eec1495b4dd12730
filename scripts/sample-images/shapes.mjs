/** Shapes of the sample newsroom's illustrations: flat, in the muted inks of a newspaper, 1600 × 900. */
export const width = 1600;
export const height = 900;

export const ink = {
  night: '#22303b',
  deep: '#2f4b57',
  slate: '#4d5f6b',
  sea: '#6f8f96',
  mist: '#a9bdbd',
  sky: '#d5dcd6',
  paper: '#f1e9db',
  cream: '#f8f3e8',
  sand: '#dcc9a6',
  dusk: '#dba97f',
  rose: '#c98a74',
  rust: '#a8553a',
  wine: '#733c44',
  ochre: '#c9983f',
  lamp: '#f4d58a',
  moss: '#6d7a4f',
  pine: '#445a48',
  stone: '#b9b1a3',
  shade: '#8d867b',
};

const attributes = (extra) =>
  Object.entries(extra)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

export const rect = (x, y, w, h, fill, extra = {}) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"${attributes(extra)}/>`;
export const circle = (x, y, r, fill, extra = {}) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"${attributes(extra)}/>`;
export const oval = (x, y, rx, ry, fill, extra = {}) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"${attributes(extra)}/>`;
export const shape = (points, fill, extra = {}) =>
  `<polygon points="${points.map(([x, y]) => `${x},${y}`).join(' ')}" fill="${fill}"${attributes(extra)}/>`;
export const path = (d, fill, extra = {}) => `<path d="${d}" fill="${fill}"${attributes(extra)}/>`;
export const line = (x1, y1, x2, y2, stroke, w = 4, extra = {}) =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="${w}" stroke-linecap="round"${attributes(extra)}/>`;
export const group = (content, transform, extra = {}) =>
  `<g transform="${transform}"${attributes(extra)}>${content.join('')}</g>`;

/** The same numbers in every run, 0 to 1. */
export function dice(seed) {
  // Neighbouring seeds start with neighbouring numbers; some rounds part them.
  let state = (seed * 2_654_435_761) % 4_294_967_296;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

export const backdrop = (fill) => rect(0, 0, width, height, fill);

/** Short strokes that make a flat surface water; smaller towards the horizon. */
export function ripples(top, bottom, stroke, seed, count = 60, opacity = 0.5) {
  const next = dice(seed);
  return Array.from({ length: count }, () => {
    const depth = next();
    const y = top + depth * depth * (bottom - top);
    const length = 20 + depth * 130 * (0.4 + next());
    const x = next() * (width + 100) - 50;
    return line(x, y, x + length, y, stroke, 2 + depth * 4, { opacity });
  }).join('');
}

/** A row of gabled houses standing on `base`; some windows are lit where `lit` is given. */
export function houses(x, base, count, fills, { seed = 1, lit, size = 1, roof = ink.slate } = {}) {
  const next = dice(seed);
  const out = [];
  let left = x;
  for (let at = 0; at < count; at += 1) {
    const w = (70 + next() * 50) * size;
    const h = (110 + next() * 110) * size;
    const top = base - h;
    out.push(rect(left, top, w, h, fills[at % fills.length]));
    out.push(
      shape(
        [
          [left - 4, top],
          [left + w / 2, top - 46 * size],
          [left + w + 4, top],
        ],
        roof,
      ),
    );
    const columns = w > 90 * size ? 3 : 2;
    for (let row = 0; row * 46 * size + 40 * size < h - 20 * size; row += 1)
      for (let column = 0; column < columns; column += 1) {
        const isLit = lit && next() > 0.45;
        out.push(
          rect(
            left + (w / columns) * (column + 0.5) - 8 * size,
            top + 18 * size + row * 46 * size,
            16 * size,
            24 * size,
            isLit ? lit : ink.slate,
            {
              opacity: isLit ? 1 : 0.45,
            },
          ),
        );
      }
    left += w;
  }
  return out.join('');
}

/** A person in a coat, standing on `base`; `size` is the height. */
export function figure(x, base, size, coat, { head = ink.sand, legs = ink.night } = {}) {
  const unit = size / 100;
  return group(
    [
      rect(-9, -42, 7, 42, legs, { rx: 3 }),
      rect(2, -42, 7, 42, legs, { rx: 3 }),
      path('M -15 -36 L -13 -72 Q -12 -80 0 -80 Q 12 -80 13 -72 L 15 -36 Z', coat),
      circle(0, -90, 9.5, head),
      path('M -10 -92 Q -9 -103 0 -103 Q 10 -103 10 -92 Q 4 -97 -10 -92 Z', legs),
    ],
    `translate(${x} ${base}) scale(${unit})`,
  );
}

/** A wave that breaks on a wall at (x, y): foam that rises, wide at its foot and in drops at its top. */
export function spray(x, y, size, fill, seed) {
  const next = dice(seed);
  return Array.from({ length: 46 }, () => {
    const rise = next() ** 1.4;
    const spread = (next() - 0.5) * size * (0.9 + rise * 0.5) - rise * size * 0.25;
    const drop = (1 - rise) * size * 0.13 + 4 + next() * 6;
    return circle(x + spread, y - rise * size * 1.25, drop, fill, { opacity: 0.92 });
  }).join('');
}

export const bird = (x, y, size, stroke) =>
  path(
    `M ${x - size} ${y - size * 0.35} Q ${x - size * 0.4} ${y - size * 0.6} ${x} ${y} Q ${x + size * 0.4} ${y - size * 0.6} ${x + size} ${y - size * 0.35}`,
    'none',
    {
      stroke,
      'stroke-width': Math.max(2, size / 7),
      'stroke-linecap': 'round',
    },
  );

export const picture = (...parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.flat(9).join('')}</svg>`;
