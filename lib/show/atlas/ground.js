// The ground: the countries' outlines, finer ones once a visitor comes close, and each country in its shade.
const DETAILED = 3.2; // times the frame's width that the world must be for finer outlines

class Ground {
  // `arrived` is told when outlines are there.
  constructor(svg, arrived) {
    this.coarse = make("g", { class: "areas" }, svg);
    this.fine = make("g", { class: "areas" }, svg);
    this.arrived = arrived;
  }

  // Shade the countries by other numbers.
  take(data) {
    this.data = data;
    this.areas = new Map(rows(data.areas).map((area) => [area.id, area]));
    for (const path of [...this.coarse.children, ...this.fine.children]) this.shade(path);
  }

  draw(view) {
    const detailed = view.scale * WORLD > DETAILED * view.width;
    const group = detailed ? this.fine : this.coarse;
    this.fetch(group, this.data.outlines[Number(detailed)]);
    this.coarse.style.display = detailed && group.childElementCount ? "none" : ""; // until the finer ones are there
    this.fine.style.display = detailed ? "" : "none";
    const transform = `translate(${view.left.toFixed(2)} ${view.top.toFixed(2)}) scale(${view.scale})`;
    for (const one of [this.coarse, this.fine])
      if (one.style.display !== "none") set(one, { transform, "stroke-width": 0.8 / view.scale, stroke: this.data.border });
  }

  async fetch(group, address) {
    if (group.asked) return;
    group.asked = true;
    try {
      for (const area of await outlined(new URL(address, document.baseURI).href))
        this.shade(make("path", { d: area.path, "data-area": area.id }, group));
    } catch {
      group.asked = false; // for the next picture to try again
      return;
    }
    this.arrived();
  }

  shade(path) {
    const area = this.areas.get(path.dataset.area);
    const chosen = area && area.pick === this.data.chosen;
    set(path, { fill: area ? area.colour : this.data.land, class: chosen ? "area chosen" : area ? "area" : "" });
    if (area) path.dataset.pick = area.pick;
    else delete path.dataset.pick;
  }
}
