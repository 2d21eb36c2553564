// The shapes of a still: markers and dashes at the measures that plotly.js gives them.

const ring = (points) => `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join("L")}Z`;
const star = (r) => {
  const ray = (i) => [i % 2 ? r * 0.53 : r * 1.4, (i * Math.PI) / 5];
  return ring(
    [...Array(10).keys()]
      .map(ray)
      .map(([far, turn]) => [far * Math.sin(turn), -far * Math.cos(turn)]),
  );
};
const cross = (arm, half) =>
  ring([
    [arm, half],
    [half, half],
    [half, arm],
    [-half, arm],
    [-half, half],
    [-arm, half],
    [-arm, -half],
    [-half, -half],
    [-half, -arm],
    [half, -arm],
    [half, -half],
    [arm, -half],
  ]);
const turned = (points, times) =>
  ring(
    points.map(
      ([x, y]) =>
        [
          [x, y],
          [y, -x],
          [-x, -y],
          [-y, x],
        ][times],
    ),
  );
const triangle = (r) => [
  [(-r * 2) / Math.sqrt(3), r / 2],
  [(r * 2) / Math.sqrt(3), r / 2],
  [0, -r],
];
// symbol -> its path around the middle; r: half its size
const paths = {
  circle: (r) => `M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`,
  square: (r) =>
    ring([
      [r, r],
      [r, -r],
      [-r, -r],
      [-r, r],
    ]),
  diamond: (r) =>
    ring([
      [r * 1.3, 0],
      [0, -r * 1.3],
      [-r * 1.3, 0],
      [0, r * 1.3],
    ]),
  cross: (r) => cross(r * 1.2, r * 0.4),
  x: (r) => {
    const [a, b] = [(r * 1.6) / Math.SQRT2, (r * 0.8) / Math.SQRT2];
    return ring([
      [0, b],
      [b, a],
      [a, b],
      [b, 0],
      [a, -b],
      [b, -a],
      [0, -b],
      [-b, -a],
      [-a, -b],
      [-b, 0],
      [-a, b],
      [-b, a],
    ]);
  },
  star,
  "triangle-up": (r) => turned(triangle(r), 0),
  "triangle-right": (r) => turned(triangle(r), 3),
  "triangle-down": (r) => turned(triangle(r), 2),
  "triangle-left": (r) => turned(triangle(r), 1),
};
export const symbolPath = (symbol, size) => {
  const bare = String(symbol).replace(/-open$/, "");
  return (Object.hasOwn(paths, bare) ? paths[bare] : paths.circle)(size / 2);
};
const dashes = { dot: [1, 1], dash: [3, 3], longdash: [5, 5], dashdot: [3, 1, 1, 1] };
export const dashOf = (name, width) =>
  Object.hasOwn(dashes, name) ? dashes[name].map((n) => n * Math.max(width, 3)).join(" ") : null;
