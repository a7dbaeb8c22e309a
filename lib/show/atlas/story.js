// Journeys: an arc a pair of places, and a slider that goes through the story leg by leg.
const WHOLE_STORY = 40_000, FASTEST = 450, SLOWEST = 1500; // milliseconds: of all, and bounds of a step
const HEAD = "M0,0L-10,-4.5L-7.5,0L-10,4.5Z";
const TRIM = 3; // pixels between an arrow and the disc it points to
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

class Arcs {
  constructor(parent) {
    this.kept = new Kept(parent, "arcs", (group) => {
      const element = make("g", { class: "arc" }, group);
      element.line = make("path", { class: "line", fill: "none", pathLength: 1 }, element);
      element.head = make("path", { d: HEAD }, element);
      element.reach = make("path", { class: "reach", fill: "none", stroke: "transparent", "stroke-width": 16 }, element);
      return element;
    });
    this.arcs = this.drawn = [];
  }

  take(arcs, colour) {
    this.arcs = arcs.map((arc) => ({ ...arc, points: greatCircle(arc.from, arc.to) }));
    this.drawn = this.arcs.flatMap((arc) => [arc, ...twin(arc)]);
    this.kept.group.setAttribute("style", `color:${colour}`);
    this.dressed = undefined;
  }

  // Lay the arcs out at a scale, from the rim of one disc to the rim of the other.
  place(scale, end) {
    if (this.dressed === scale) return;
    this.dressed = scale;
    this.kept.show(this.drawn, (arc) => this.drawn.indexOf(arc), (element, arc) => {
      arc.element = element;
      arc.path = measured(arc.points.map(([x, y]) => [x * scale, y * scale]), end + TRIM);
      const d = `M${arc.path.points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}`;
      set(element.line, { d, stroke: "currentColor", "stroke-width": arc.width });
      set(element.reach, { d, "data-pick": arc.pick });
      set(element.head, { fill: "currentColor" });
      this.go(arc, arc.state || "", arc.share ?? 1);
    });
  }

  // Show an arc as far as a share of its way.
  go(arc, state, share) {
    arc.state = state, arc.share = share;
    if (arc.twin) this.go(arc.twin, state, share);
    if (!arc.element) return;
    set(arc.element, { class: `arc ${state}` });
    set(arc.element.line, { "stroke-dasharray": share < 1 ? `${share} 2` : "none" });
    const [x, y, turn] = along(arc.path, share);
    set(arc.element.head, { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)}) scale(${0.8 + arc.width / 8})` });
  }
}

// An arc over the date line leaves the picture at one side: a second one comes in at the other.
function twin(arc) {
  const end = arc.points[arc.points.length - 1][0];
  const aside = end > WORLD ? -WORLD : end < 0 ? WORLD : 0;
  if (!aside) return [];
  arc.twin = { ...arc, points: arc.points.map(([x, y]) => [x + aside, y]) };
  return [arc.twin];
}

// Return the points of a line with how far each is from its start, cut short at both ends.
function measured(points, trim) {
  const far = [0];
  for (let place = 1; place < points.length; place++)
    far.push(far[place - 1] + Math.hypot(points[place][0] - points[place - 1][0], points[place][1] - points[place - 1][1]));
  const whole = far[far.length - 1], cut = Math.min(trim, whole / 3);
  const line = { points, far };
  const inner = points.filter((_, place) => far[place] > cut && far[place] < whole - cut);
  const ends = [cut, whole - cut].map((length) => along(line, whole ? length / whole : 0).slice(0, 2));
  const kept = [ends[0], ...inner, ends[1]];
  const apart = [0];
  for (let place = 1; place < kept.length; place++)
    apart.push(apart[place - 1] + Math.hypot(kept[place][0] - kept[place - 1][0], kept[place][1] - kept[place - 1][1]));
  return { points: kept, far: apart };
}

// Return the point at a share of a line's length, and its direction in degrees.
function along({ points, far }, share) {
  const length = share * far[far.length - 1];
  let next = 1;
  while (next < far.length - 1 && far[next] < length) next++;
  const [x1, y1] = points[next - 1], [x2, y2] = points[next];
  const part = (length - far[next - 1]) / (far[next] - far[next - 1] || 1);
  return [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part, Math.atan2(y2 - y1, x2 - x1) / RADIANS];
}

class Story {
  // `stood` is told which places the story is at.
  constructor(bar, arcs, words, stood) {
    this.arcs = arcs, this.words = words, this.bar = bar, this.stood = stood;
    [this.button, this.slider, this.told] = ["button", "input", ".told"].map((one) => bar.querySelector(one));
    this.button.onclick = () => (this.playing ? this.pause() : this.play());
    this.slider.oninput = () => (this.pause(), this.show(Number(this.slider.value), 1));
    this.steps = [];
  }

  take(steps) {
    this.pause();
    this.steps = steps;
    this.bar.hidden = !steps.length;
    this.slider.max = steps.length;
    this.show(steps.length, 1);
  }

  play() {
    if (this.at >= this.steps.length) this.show(0, 0);
    this.playing = true;
    this.dress();
    this.began = undefined;
    this.frame = requestAnimationFrame((now) => this.tick(now));
  }

  pause() {
    this.playing = false;
    cancelAnimationFrame(this.frame);
    this.dress();
  }

  tick(now) {
    const lasts = Math.max(FASTEST, Math.min(SLOWEST, WHOLE_STORY / this.steps.length));
    this.began ??= now;
    const share = (now - this.began) / lasts;
    if (share >= 1.25) this.began = now; // a breath at the end of each step
    if (share < 1.25) this.show(this.at, STILL.matches ? 1 : Math.min(share, 1));
    else if (this.at + 1 < this.steps.length) this.show(this.at + 1, STILL.matches ? 1 : 0);
    else return this.show(this.steps.length, 1), this.pause();
    this.frame = requestAnimationFrame((then) => this.tick(then));
  }

  // Stand at a step, its legs gone a share of their way; after the last step all is shown.
  show(at, share) {
    const told = at !== this.at || this.shown !== this.steps;
    this.at = at, this.shown = this.steps;
    const before = new Set(this.steps.slice(0, at).flatMap((step) => step.arcs));
    const now = new Set(this.steps[at]?.arcs);
    this.arcs.arcs.forEach((arc, place) => {
      const state = at === this.steps.length ? "" : now.has(place) ? "now" : before.has(place) ? "past" : "later";
      this.arcs.go(arc, state, state === "now" ? share : 1);
    });
    this.bar.dataset.share = share.toFixed(2);
    if (told) this.tell();
  }

  tell() {
    const step = this.steps[this.at];
    const when = step ? step.when || this.words.undated : this.words.whole;
    this.slider.value = this.at;
    this.told.replaceChildren();
    this.told.appendChild(document.createElement("b")).textContent = when;
    for (const line of step ? step.lines : []) this.told.appendChild(document.createElement("bdi")).textContent = line;
    if (step?.more) this.told.append(`+${step.more}`);
    this.stood(new Set(step?.places));
    this.slider.setAttribute("aria-valuetext", this.told.innerText);
    this.dress();
  }

  dress() {
    const named = this.playing ? this.words.pause : this.words.play;
    this.button.textContent = this.playing ? "❚❚" : "▶";
    this.button.title = named;
    this.button.setAttribute("aria-label", named);
    this.button.setAttribute("aria-pressed", Boolean(this.playing));
  }
}
