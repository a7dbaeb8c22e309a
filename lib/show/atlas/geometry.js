// From degrees to the plane: Web Mercator, outlines out of TopoJSON, and great circles. The world is WORLD units wide.
const WORLD = 1000;
const POLE = 84; // degrees: Mercator has no place for the poles
const POINTS = 48; // of an arc
const BOW = 0.06; // of its length that an arc bends to its right, so that there and back lie apart
const RADIANS = Math.PI / 180;

function projected(longitude, latitude) {
  const bounded = Math.max(-POLE, Math.min(POLE, latitude)) * RADIANS;
  return [(longitude / 360 + 0.5) * WORLD, (0.5 - Math.asinh(Math.tan(bounded)) / (2 * Math.PI)) * WORLD];
}

// TopoJSON's arcs are whole steps, each from the point before it.
function absolute(arc, { scale, translate }) {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => projected((x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]));
}

// An outline is arcs end to end, ~n the one at n backwards; where two meet they share a point.
function ring(numbers, arcs) {
  const points = [];
  for (const number of numbers) {
    const arc = number < 0 ? arcs[~number].slice().reverse() : arcs[number];
    for (const [x, y] of points.length ? arc.slice(1) : arc) {
      const last = points.length ? points[points.length - 1][0] : x;
      points.push([x + Math.round((last - x) / WORLD) * WORLD, y]); // on over the date line, not back around the world
    }
  }
  const sides = points.map(([x]) => x), most = Math.max(...sides), least = Math.min(...sides);
  const aside = most > WORLD ? -WORLD : least < 0 ? WORLD : 0; // what lies beyond one edge is seen at the other
  return line(points, 0) + (aside ? line(points, aside) : "");
}

function line(points, aside) {
  return `M${points.map(([x, y]) => `${(x + aside).toFixed(3)},${y.toFixed(3)}`).join("L")}Z`;
}

// Return each country's code and outline as a path.
function outlines(topology) {
  const arcs = topology.arcs.map((arc) => absolute(arc, topology.transform));
  return topology.objects.countries.geometries.map((area) => {
    const polygons = area.type === "Polygon" ? [area.arcs] : area.arcs;
    return { id: area.id, path: polygons.flatMap((rings) => rings.map((one) => ring(one, arcs))).join("") };
  });
}

const fetched = new Map();

// Fetch and read an outline file once, for every map of this visit.
function outlined(address) {
  if (!fetched.has(address)) {
    const asked = fetch(address).then((answer) => answer.json()).then(outlines);
    asked.catch(() => fetched.delete(address)); // asked for again the next time
    fetched.set(address, asked);
  }
  return fetched.get(address);
}

function onSphere([longitude, latitude]) {
  const [l, p] = [longitude * RADIANS, latitude * RADIANS];
  return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)];
}

function degrees([x, y, z]) {
  return [Math.atan2(y, x) / RADIANS, Math.asin(Math.max(-1, Math.min(1, z))) / RADIANS];
}

// Return the points of the great circle between two places, bent a little to the traveller's right.
function greatCircle(from, to) {
  const a = onSphere(from), b = onSphere(to);
  const angle = Math.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]))) || 1e-9;
  const points = [];
  for (let step = 0, last; step <= POINTS; step++) {
    const [start, end] = [1 - step / POINTS, step / POINTS].map((share) => Math.sin(share * angle) / Math.sin(angle));
    const [longitude, latitude] = degrees(a.map((one, axis) => start * one + end * b[axis]));
    let [x, y] = projected(longitude, latitude);
    if (last !== undefined) x += Math.round((last - x) / WORLD) * WORLD; // on over the date line
    last = x;
    points.push([x, y]);
  }
  return bent(points);
}

function bent(points) {
  const [x1, y1] = points[0], [x2, y2] = points[points.length - 1];
  return points.map(([x, y], place) => {
    const share = BOW * Math.sin((place / (points.length - 1)) * Math.PI);
    return [x - (y2 - y1) * share, y + (x2 - x1) * share];
  });
}
