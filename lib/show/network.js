// Draws the network of names into an SVG: a node can be dragged, shows its name under the pointer, and a click picks it or
// the line between two. Names are other people's text: they are set as text only, never as markup.
const NAMESPACE = "http://www.w3.org/2000/svg";
const MOVED = 4; // pixels: a press that travels less is a click
const ROUNDS = 200; // of moving labels apart; a picture of forty names is at rest after some eighty

function make(tag, attributes, parent) {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return parent.appendChild(element);
}

const ABOVE = 2, BELOW = 19; // pixels around a disc that stay free: the label stands below

function kept(node, width, height) {
  node.px = Math.min(Math.max(node.px, node.half), Math.max(width - node.half, node.half));
  node.py = Math.min(Math.max(node.py, node.size + ABOVE), height - node.size - BELOW);
}

// Push two nodes apart whose boxes (disc and label) overlap, along the shorter way; return whether they did.
function parted(one, other) {
  const aside = one.px - other.px, over = one.py - other.py;
  const x = one.half + other.half - Math.abs(aside);
  if (x <= 0) return false;
  const y = one.size + other.size + ABOVE + BELOW - Math.abs(over);
  if (y <= 0) return false;
  const step = (Math.min(x, y) + 1) / 4;
  if (x < y) one.px += aside < 0 ? -step : step, other.px -= aside < 0 ? -step : step;
  else one.py += over < 0 ? -step : step, other.py -= over < 0 ? -step : step;
  return true;
}

function spread(nodes, width, height) {
  for (let round = 0, touching = true; touching && round < ROUNDS; round++) {
    touching = false;
    for (let place = 0; place < nodes.length; place++)
      for (let next = place + 1; next < nodes.length; next++) touching = parted(nodes[place], nodes[next]) || touching;
    for (const node of nodes) kept(node, width, height);
  }
}

class Network {
  constructor(root, data) {
    this.root = root;
    root.replaceChildren();
    this.svg = make("svg", { role: "img" }, root);
    this.tip = root.appendChild(document.createElement("div"));
    this.tip.className = "tip";
    this.nodes = data.nodes.map((node) => ({ ...node, near: new Set([node.id]) }));
    const named = new Map(this.nodes.map((node) => [node.id, node]));
    this.edges = data.edges.map((edge) => ({ ...edge, one: named.get(edge.from), other: named.get(edge.to) }));
    this.edges.forEach((edge) => this.drawEdge(edge));
    this.nodes.forEach((node) => this.drawNode(node));
    new ResizeObserver(() => this.place()).observe(root);
    this.place();
    if (document.fonts.status === "loading") document.fonts.ready.then(() => this.place(true)); // labels grow or shrink
  }

  drawEdge(edge) {
    edge.one.near.add(edge.to), edge.other.near.add(edge.from);
    const line = { stroke: edge.colour, "stroke-width": edge.width, "stroke-opacity": 0.4 };
    edge.line = make("line", line, this.svg);
    edge.reach = make("line", { class: "edge", stroke: "transparent", "stroke-width": 14 }, this.svg);
    edge.reach.addEventListener("pointerenter", (event) => this.tell(event, edge, [edge.one, edge.other], edge.sentences));
    edge.reach.addEventListener("pointerleave", () => this.hush());
    edge.reach.addEventListener("click", () => this.root.pick(edge.pick));
  }

  drawNode(node) {
    node.group = make("g", { class: "node", "data-id": node.id }, this.svg);
    make("circle", { r: node.size, fill: node.colour }, node.group);
    const below = { y: node.size + 14, "text-anchor": "middle", "font-size": 12.5, fill: "currentColor" };
    node.text = make("text", below, node.group);
    node.text.textContent = node.label;
    node.group.addEventListener("pointerenter", (event) => this.tell(event, node, [node]));
    node.group.addEventListener("pointerleave", () => this.hush());
    node.group.addEventListener("pointerdown", (event) => this.press(event, node));
  }

  // Lay out for the width there is; what was dragged stays in its part of the picture.
  place(again = false) {
    const width = this.root.clientWidth, height = this.root.clientHeight;
    if (!width || (width === this.width && !again)) return;
    const fresh = this.width === undefined;
    // All labels are measured before anything is changed: a measurement after a change lays the whole page out anew.
    for (const node of this.nodes) {
      node.half = Math.max(node.size, node.text.getComputedTextLength() / 2) + 4;
      node.px = fresh ? node.x * width : (node.px / this.width) * width;
      node.py = fresh ? node.y * height : node.py;
    }
    this.width = width, this.height = height;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.nodes.forEach((node) => kept(node, width, height));
    spread(this.nodes, width, height);
    this.draw();
  }

  draw() {
    for (const { one, other, line, reach } of this.edges)
      for (const element of [line, reach])
        for (const [name, value] of [["x1", one.px], ["y1", one.py], ["x2", other.px], ["y2", other.py]])
          element.setAttribute(name, value);
    for (const node of this.nodes) node.group.setAttribute("transform", `translate(${node.px} ${node.py})`);
  }

  press(event, node) {
    const group = node.group, from = { x: event.clientX - node.px, y: event.clientY - node.py };
    const start = { x: event.clientX, y: event.clientY };
    let dragged = false;
    const move = (at) => {
      dragged ||= Math.hypot(at.clientX - start.x, at.clientY - start.y) > MOVED;
      if (!dragged) return;
      node.px = at.clientX - from.x, node.py = at.clientY - from.y;
      kept(node, this.width, this.height);
      this.tip.hidden = true;
      this.draw();
    };
    const end = (at) => {
      group.removeEventListener("pointermove", move);
      group.removeEventListener("pointerup", end);
      group.removeEventListener("pointercancel", end);
      if (dragged) this.svg.appendChild(group); // on top of what it was dragged onto
      else if (at.type === "pointerup") this.root.pick(node.pick);
    };
    event.preventDefault();
    group.setPointerCapture(event.pointerId);
    group.addEventListener("pointermove", move);
    group.addEventListener("pointerup", end);
    group.addEventListener("pointercancel", end);
  }

  // Show whole names beside the pointer, and let what is not joined to them step back.
  tell(event, thing, named, count) {
    this.tip.replaceChildren();
    named.forEach((node, place) => {
      if (place) this.tip.append(" + ");
      this.tip.appendChild(document.createElement("bdi")).textContent = node.name;
    });
    if (count) this.tip.append(`: ${count}`);
    const frame = this.root.getBoundingClientRect();
    this.tip.hidden = false;
    this.tip.style.left = `${Math.min(Math.max(event.clientX - frame.left, 90), frame.width - 90)}px`;
    this.tip.style.top = `${event.clientY - frame.top}px`;
    const close = thing.near || new Set([thing.from, thing.to]);
    for (const node of this.nodes) node.group.classList.toggle("far", !close.has(node.id));
    for (const edge of this.edges)
      edge.line.classList.toggle("far", thing.near ? thing.id !== edge.from && thing.id !== edge.to : thing !== edge);
  }

  hush() {
    this.tip.hidden = true;
    this.svg.querySelectorAll(".far").forEach((one) => one.classList.remove("far"));
  }

  // The picture as it stands, with the page's own ink and typeface.
  file() {
    const copy = this.svg.cloneNode(true), style = getComputedStyle(this.root);
    copy.setAttribute("xmlns", NAMESPACE);
    copy.setAttribute("style", `color:${style.color};font-family:${style.fontFamily}`);
    return new Blob([copy.outerHTML], { type: "image/svg+xml" });
  }
}

function download(network, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(network.file());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".network"), save = parentElement.querySelector(".save");
  root.pick = (pick) => setTriggerValue("picked", pick);
  const told = JSON.stringify(data);
  if (root.told === told) return; // a rerun: what was dragged stays where it is
  root.told = told;
  const network = new Network(root, data);
  root.querySelector("svg").setAttribute("aria-label", data.label);
  save.title = data.save;
  save.setAttribute("aria-label", data.save);
  save.onclick = () => download(network, data.file);
}
