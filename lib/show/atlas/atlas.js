// The map: outlines, and on them places, countries' shades or journeys; only what changed is drawn again.
const AROUND = 60; // pixels outside the frame where marks are drawn already

class Atlas {
  constructor(frame, words, pick) {
    this.frame = frame, this.words = words, this.pick = pick;
    this.at = new Set(); // the places of the story's step
    const [map, story] = [".map", ".story"].map((one) => frame.querySelector(one));
    this.svg = make("svg", { role: "group", tabindex: 0 }, map);
    this.ground = new Ground(this.svg, () => this.drawn());
    this.over = make("g", {}, this.svg);
    this.arcs = new Arcs(this.over);
    this.marks = new Kept(this.over, "marks", (group) => {
      const element = make("g", { class: "mark" }, group);
      element.disc = make("circle", { class: "disc" }, element);
      element.reach = make("circle", { class: "reach", fill: "transparent" }, element);
      return element;
    });
    this.names = new Kept(this.over, "names", (group) => {
      const element = make("text", { "text-anchor": "middle", "font-size": LETTERS, fill: "currentColor" }, group);
      element.name = make("tspan", {}, element);
      element.more = make("tspan", { class: "more" }, element);
      return element;
    });
    this.tip = new Tip(map);
    this.list = new List(map, words);
    this.story = new Story(story, this.arcs, words, (places) => ((this.at = places), this.soon()));
    this.view = new View(() => this.soon());
    this.listen(map);
  }

  listen(map) {
    handled(this.svg, this.view, (target, event) => this.clicked(target, event));
    this.svg.addEventListener("pointermove", (event) => event.buttons || this.tell(event));
    this.svg.addEventListener("pointerleave", () => this.tip.hide());
    const acts = {
      in: () => this.view.zoom(STEP),
      out: () => this.view.zoom(1 / STEP),
      fit: () => this.home(),
      save: () => download(this.svg, this.data.file),
    };
    for (const [name, act] of Object.entries(acts)) {
      const button = map.querySelector(`.${name}`);
      button.title = this.words[name];
      button.setAttribute("aria-label", this.words[name]);
      button.onclick = act;
    }
    this.svg.addEventListener("keydown", (event) => event.key === "0" && this.home());
    new ResizeObserver(() => this.resize(map)).observe(map);
    document.fonts.ready.then(() => this.soon());
  }

  resize(map) {
    if (!map.clientWidth || (map.clientWidth === this.view.width && map.clientHeight === this.view.height)) return;
    this.view.size(map.clientWidth, map.clientHeight);
    set(this.svg, { viewBox: `0 0 ${this.view.width} ${this.view.height}` });
    if (!this.view.moved) this.view.fit(this.data.view);
    this.reveal();
    this.soon();
  }

  home() {
    this.view.fit(this.data.view);
    this.view.moved = false;
  }

  // Show other numbers; the outlines and what a visitor looks at stay.
  take(data) {
    this.data = data;
    this.places = rows(data.places);
    for (const place of this.places) [place.x, place.y] = projected(place.lon, place.lat);
    this.found = new Map(this.places.map((place) => [place.id, place]));
    this.ground.take(data);
    this.scaled = undefined;
    this.frame.dir = data.direction;
    set(this.svg, { "aria-label": data.label });
    this.svg.style.background = data.sea;
    this.key(data.key);
    this.list.hide();
    this.tip.hide();
    const told = JSON.stringify([data.arcs, data.steps]);
    if (this.told !== told) {
      this.told = told;
      this.arcs.take(rows(data.arcs), data.arc);
      this.story.take(data.steps || []);
    }
    if (this.view.width && !this.view.moved) this.view.fit(data.view);
    this.reveal();
    this.draw();
    this.frame.dataset.taken = Number(this.frame.dataset.taken || 0) + 1;
  }

  // Bring the chosen place into the picture when another has been chosen, in a list or by a link.
  reveal() {
    const { view, data } = this, place = this.places.find((one) => one.pick === data.chosen);
    if (!view.width || this.revealed === data.chosen) return;
    this.revealed = data.chosen;
    if (!place || this.inside(place.x * view.scale + view.left, place.y * view.scale + view.top, -20)) return;
    view.x = place.x, view.y = place.y;
    view.touched();
  }

  drawn() {
    this.frame.dataset.outlines = "drawn";
    this.soon();
  }

  soon() {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => ((this.waiting = 0), this.data && this.draw()));
  }

  draw() {
    const { view, data } = this;
    if (!view.width) return;
    this.ground.draw(view);
    set(this.over, { transform: `translate(${view.left.toFixed(1)} ${view.top.toFixed(1)})` });
    if (this.scaled !== view.scale) {
      this.scaled = view.scale;
      this.shown = folded(this.places, view.scale, data.layer === "journeys");
    }
    const seen = this.shown.filter(({ x, y, place }) => this.inside(x + view.left, y + view.top, place.radius + AROUND));
    const below = [...seen].sort((one, other) => other.place.wide - one.place.wide);
    this.marks.show(below, (mark) => mark.place.id, (element, mark) => this.dress(element, mark));
    this.arcs.place(view.scale, this.places[0]?.radius || 0);
    const frame = { left: -view.left, top: -view.top, right: view.width - view.left, bottom: view.height - view.top };
    const written = named(seen, frame, [this.buttons(frame)], getComputedStyle(this.frame).fontFamily, data.narrow);
    this.names.show(written, ({ mark }) => mark.place.id, (element, name) => this.write(element, name));
  }

  // The corner where the buttons lie.
  buttons({ left, right, top }) {
    const across = 62, down = 160;
    const near = this.data.direction === "rtl" ? { left, right: left + across } : { left: right - across, right };
    return { ...near, top, bottom: top + down };
  }

  inside(x, y, margin) {
    return x > -margin && y > -margin && x < this.view.width + margin && y < this.view.height + margin;
  }

  dress(element, { place, x, y }) {
    const chosen = place.pick === this.data.chosen;
    const r = place.radius, hollow = { fill: place.colour, "fill-opacity": 0.12, stroke: place.colour, "stroke-width": 2.2 };
    const open = { fill: this.data.land, "fill-opacity": 0.6, stroke: place.colour, "stroke-width": 1.6 };
    const full = { fill: place.colour, "fill-opacity": 0.78, stroke: this.data.land, "stroke-width": 1 };
    set(element, { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, class: `mark${chosen ? " chosen" : ""}${this.at.has(place.id) ? " here" : ""}`, "data-id": place.id });
    set(element.disc, { r, ...(place.open ? open : place.wide ? hollow : full), "stroke-dasharray": place.open ? "3 2.5" : "none" });
    set(element.reach, { r: Math.max(r, REACH), "data-pick": place.pick, "data-place": place.id });
  }

  write(element, { mark, more, x, y }) {
    set(element, { x: x.toFixed(1), y: y.toFixed(1), "data-pick": mark.place.pick, "data-place": mark.place.id });
    if (element.name.textContent !== mark.place.name) element.name.textContent = mark.place.name;
    if (element.more.textContent !== more) element.more.textContent = more;
    set(element.more, { "data-under": mark.place.id });
  }

  clicked(target, event) {
    this.list.hide();
    const under = target.closest("[data-under]"), marked = target.closest("[data-pick]");
    if (under) this.open(under.dataset.under);
    else if (marked) this.pick(marked.dataset.pick);
    this.tell(event);
  }

  // Name what lies under a disc, and lead closer where that would part it.
  open(id) {
    const mark = this.shown.find(({ place }) => place.id === id);
    const all = [mark.place, ...mark.under];
    const side = (name) => all.map((place) => place[name]);
    const box = { west: Math.min(...side("lon")), east: Math.max(...side("lon")), south: Math.min(...side("lat")), north: Math.max(...side("lat")) };
    const parted = folded(all, CLOSEST / WORLD).length > 1 && this.view.scale < CLOSEST / WORLD / STEP;
    this.list.show(all, this.pick, parted && (() => ((this.view.moved = true), this.view.fit(box, CLOSEST))));
  }

  tell(event) {
    const target = event.target.closest?.("[data-pick]");
    const lines = target && this.lines(target.dataset);
    if (lines) this.tip.show(event, lines);
    else this.tip.hide();
  }

  lines({ place, area, pick }) {
    const thing = place ? this.found.get(place) : area ? this.ground.areas.get(area) : this.arcs.arcs.find((arc) => arc.pick === pick);
    if (!thing) return null;
    const lines = [[thing.name, thing.count?.toLocaleString("en")]];
    for (const { name, text } of thing.count === undefined ? [] : this.data.tones) lines.push([text, thing[name]]);
    const under = place && this.shown.find((mark) => mark.place === thing)?.under.length;
    if (under) lines.push([this.words.under, under]);
    return lines;
  }

  key(entries) {
    this.frame.querySelector(".key").replaceChildren(...entries.map(({ colour, text, open }) => {
      const entry = document.createElement("li"), spot = document.createElement("i");
      Object.assign(spot.style, open ? { border: `2px dashed ${colour}` } : { background: colour });
      entry.append(spot, text);
      return entry;
    }));
  }
}

// Save the picture as it stands, with the page's own ink and typeface.
function download(svg, name) {
  const copy = svg.cloneNode(true), style = getComputedStyle(svg);
  copy.querySelectorAll(".reach").forEach((one) => one.remove());
  copy.querySelectorAll(".areas").forEach((one) => one.style.display === "none" && one.remove());
  copy.querySelectorAll(".later").forEach((one) => one.remove());
  set(copy, { xmlns: NAMESPACE, width: svg.clientWidth, height: svg.clientHeight });
  copy.setAttribute("style", `color:${style.color};font-family:${style.fontFamily};background:${svg.style.background}`);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([copy.outerHTML], { type: "image/svg+xml" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export default function ({ data: written, parentElement, setTriggerValue }) {
  const frame = parentElement.querySelector(".frame"), data = JSON.parse(new TextDecoder().decode(written));
  frame.atlas ??= new Atlas(frame, data.words, (pick) => frame.picked(pick));
  frame.picked = (pick) => setTriggerValue("picked", pick);
  frame.atlas.take(data);
}
