// What is said of a chosen year: pure logic, tested under node.

const overlaps = ([start, end], from, to) =>
  start < to && (end > from || (start === end && start >= from));

// The periods of the account that hold a year; theory is of another story.
export const toldOf = (load, year) =>
  load.rows.filter(({ kind, start, end }) => kind !== "theory" && start <= year && year <= end);

export const theoryOf = (load, year) =>
  load.rows.filter(({ kind, start, end }) => kind === "theory" && start <= year && year <= end);

// The years, first to last, that belong together with a year: of the periods that hold it or, where
// the account is silent, up to its next words.
export const timeOf = (load, year) => {
  const told = toldOf(load, year);
  if (told.length)
    return {
      start: Math.min(...told.map(({ start }) => start)),
      end: Math.max(...told.map(({ end }) => end)),
    };
  const rows = load.rows.filter(({ kind }) => kind !== "theory");
  const [first, last] = load.strip.years;
  const before = rows.filter(({ end }) => end < year).map(({ end }) => end + 1);
  const after = rows.filter(({ start }) => start > year).map(({ start }) => start - 1);
  return { start: Math.max(first, ...before), end: Math.min(last, ...after) };
};

// What the record dates in that time, in order.
export const recordOf = (load, { start, end }) =>
  load.rows
    .flatMap(({ record }) => record)
    .filter(({ span }) => overlaps(span, start, end + 1))
    .sort((one, other) => one.span[0] - other.span[0]);

export const ruledIn = (load, year) =>
  load.strip.governments.filter(({ start, end }) => overlaps([start, end], year, year + 1));

// The same with the dates of those layers of the record that are on; a case has no layers.
export const withLanes = (load, on) => ({
  ...load,
  rows: load.rows.map((row) => ({
    ...row,
    record: row.record.filter(({ lane }) => !lane || on[lane]),
  })),
});

// The years in which anything begins.
const dated = (load) => {
  const years = [
    ...load.rows.map(({ start }) => start),
    ...load.rows.flatMap(({ record }) => record.map(({ span }) => Math.floor(span[0]))),
    ...load.strip.governments.map(({ start }) => Math.floor(start)),
  ];
  return [...new Set(years)].sort((a, b) => a - b);
};

// The next such year, or the one before it; at the ends the year stays.
export const stepped = (load, year, by) => {
  const years = dated(load);
  const found = by > 0 ? years.find((y) => y > year) : years.findLast((y) => y < year);
  return found ?? year;
};

// Where the reader begins: in what the account passes over, if it passes over anything.
export const firstYear = (load) => {
  const gap = load.rows.find(({ kind }) => kind === "gap");
  return gap ? Math.floor((gap.start + gap.end) / 2) : load.strip.years[0];
};
