// Which part of the world is seen, and how a visitor moves it: by hand, wheel, buttons and keys.
const MOVED = 4; // pixels: a press that travels less is a click
const CLOSEST = 2 ** 19; // pixels around the world: a village from the next
const MARGIN = 56; // pixels around the places of the first view: room for their names, and for the buttons
const NORTH = projected(0, 80)[1], SOUTH = projected(0, -58)[1]; // what lies beyond is ice
const STEP = 1.6, PAN = 80; // of a button or a key

class View {
  constructor(changed) {
    this.changed = changed;
    this.x = WORLD / 2, this.y = WORLD / 2, this.scale = 1; // the middle in units of the world; pixels a unit
    this.width = this.height = 0;
    this.moved = false;
  }

  // The size of the frame: the middle stays.
  size(width, height) {
    this.width = width, this.height = height;
    this.bound();
  }

  // Hold a box of degrees whole, or the world.
  fit(box, closest = 2 ** 14) {
    const { west, south, east, north } = box || { west: -170, east: 180, south: -56, north: 74 };
    const [left, top] = projected(west, north), [right, bottom] = projected(east, south);
    const across = (this.width - 2 * MARGIN) / Math.max(right - left, 1e-9);
    const down = (this.height - 2 * MARGIN) / Math.max(bottom - top, 1e-9);
    this.scale = Math.min(across, down, closest / WORLD);
    this.x = (left + right) / 2, this.y = (top + bottom) / 2;
    this.bound();
    this.changed();
  }

  // The world fills the frame, and its middle stays where no edge shows.
  bound() {
    const least = Math.max(this.width / WORLD, this.height / (SOUTH - NORTH));
    this.scale = Math.max(least, Math.min(this.scale, CLOSEST / WORLD));
    const half = this.width / 2 / this.scale, tall = this.height / 2 / this.scale;
    this.x = Math.max(half, Math.min(this.x, WORLD - half));
    this.y = Math.max(NORTH + tall, Math.min(this.y, SOUTH - tall));
  }

  // Grow or shrink around a point of the frame; return whether anything changed.
  zoom(factor, px = this.width / 2, py = this.height / 2) {
    const before = this.scale;
    const x = this.x + (px - this.width / 2) / before, y = this.y + (py - this.height / 2) / before;
    this.scale *= factor;
    this.bound();
    this.x = x - (px - this.width / 2) / this.scale, this.y = y - (py - this.height / 2) / this.scale;
    this.touched();
    return this.scale !== before;
  }

  pan(dx, dy) {
    this.x -= dx / this.scale, this.y -= dy / this.scale;
    this.touched();
  }

  touched() {
    this.moved = true;
    this.bound();
    this.changed();
  }

  // Where the world's corner lies in the frame.
  get left() { return this.width / 2 - this.x * this.scale; }
  get top() { return this.height / 2 - this.y * this.scale; }
}

const KEYS = {
  ArrowLeft: (view) => view.pan(PAN, 0),
  ArrowRight: (view) => view.pan(-PAN, 0),
  ArrowUp: (view) => view.pan(0, PAN),
  ArrowDown: (view) => view.pan(0, -PAN),
  "+": (view) => view.zoom(STEP),
  "=": (view) => view.zoom(STEP),
  "-": (view) => view.zoom(1 / STEP),
};

// Let a visitor move the view; `clicked` is told what was pressed and let go of in its place.
function handled(surface, view, clicked) {
  const fingers = new Map();
  let travelled = 0, target = null;
  const at = (event) => {
    const frame = surface.getBoundingClientRect();
    return [event.clientX - frame.left, event.clientY - frame.top];
  };
  const middle = () => {
    const points = [...fingers.values()];
    const sum = points.reduce(([x, y], one) => [x + one[0], y + one[1]], [0, 0]);
    const apart = points.length > 1 ? Math.hypot(points[0][0] - points[1][0], points[0][1] - points[1][1]) : 0;
    return { x: sum[0] / points.length, y: sum[1] / points.length, apart };
  };
  surface.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!fingers.size) travelled = 0, target = event.target;
    fingers.set(event.pointerId, at(event));
  });
  surface.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const before = middle();
    fingers.set(event.pointerId, at(event));
    const after = middle(), dx = after.x - before.x, dy = after.y - before.y;
    travelled += Math.hypot(dx, dy) + Math.abs(after.apart - before.apart);
    if (travelled <= MOVED) return;
    if (!surface.hasPointerCapture(event.pointerId)) surface.setPointerCapture(event.pointerId);
    if (before.apart && after.apart) view.zoom(after.apart / before.apart, after.x, after.y);
    view.pan(dx, dy);
  });
  const end = (event) => {
    const last = fingers.delete(event.pointerId) && !fingers.size;
    if (last && event.type === "pointerup" && travelled <= MOVED) clicked(target, event);
  };
  surface.addEventListener("pointerup", end);
  surface.addEventListener("pointercancel", end);
  surface.addEventListener("wheel", (event) => {
    // At its ends the wheel is the page's again.
    if (view.zoom(2 ** (-event.deltaY * (event.deltaMode ? 0.06 : 0.002)), ...at(event))) event.preventDefault();
  }, { passive: false });
  surface.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    act(view);
    event.preventDefault();
  });
}
