// What finds no room: a place under a larger one's disc is folded into it, a name on another name is left out.
const REACH = 10; // pixels around a middle that a finger needs
const LETTERS = 12.5; // pixels: the size of a name
const MOST = { true: 14, false: 40 }; // names in a picture, on a phone and on a laptop

// Return the places that are drawn at a scale, the largest first, each with those that lie under its disc (`under`).
// What has a middle only is drawn hollow and folds apart: a country's ring does not swallow its towns.
// With `whole` none is folded: an arc's ends must be seen.
function folded(places, scale, whole = false) {
  const cell = 2 * Math.max(REACH, ...places.map((place) => place.radius)) || 1;
  const cells = new Map();
  const shown = [];
  for (const place of places) {
    const x = place.x * scale, y = place.y * scale;
    const column = Math.floor(x / cell), line = Math.floor(y / cell);
    const over = !whole && covering(cells, column, line, place, x, y);
    if (over) over.under.push(place);
    else {
      const mark = { place, x, y, under: [] };
      shown.push(mark);
      const key = `${place.wide} ${column} ${line}`;
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(mark);
    }
  }
  return shown;
}

function covering(cells, column, line, place, x, y) {
  for (let i = column - 1; i <= column + 1; i++)
    for (let j = line - 1; j <= line + 1; j++)
      for (const mark of cells.get(`${place.wide} ${i} ${j}`) || [])
        if (Math.hypot(mark.x - x, mark.y - y) < Math.max(mark.place.radius, REACH)) return mark;
  return null;
}

const ruler = document.createElement("canvas").getContext("2d");

// Return the names that find room in a frame, the largest place's first: above its disc, below it or beside it.
// `taken` are boxes that stay free.
function named(marks, frame, taken, family, narrow) {
  ruler.font = `${LETTERS}px ${family}`;
  const written = [];
  for (const mark of marks) {
    if (written.length === MOST[narrow]) break;
    const more = mark.under.length ? ` \u2066+${mark.under.length}\u2069` : "";
    const half = ruler.measureText(mark.place.name + more).width / 2 + 3;
    const spot = spots(mark, half).find(([x, y]) => {
      const own = box(x, y, half, 8);
      return within(own, frame) && !taken.some((other) => overlap(own, other));
    });
    if (spot) {
      taken.push(box(...spot, half, 8));
      written.push({ mark, more, x: spot[0], y: spot[1] + 4.5 });
    }
    // A smaller place's name may not lie on this disc, but this one's may on a smaller disc.
    if (taken.length < 200) taken.push(box(mark.x, mark.y, mark.place.radius * 0.8, mark.place.radius * 0.8));
  }
  return written;
}

// Where a name may stand: its middle, best first.
function spots({ x, y, place }, half) {
  const off = place.radius + 9;
  return [[x, y - off], [x, y + off + 1], [x + off - 4 + half, y], [x - off + 4 - half, y]];
}

function within(one, frame) {
  return one.left > frame.left && one.right < frame.right && one.top > frame.top && one.bottom < frame.bottom;
}

function box(x, y, half, tall) {
  return { left: x - half, right: x + half, top: y - tall, bottom: y + tall };
}

function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
