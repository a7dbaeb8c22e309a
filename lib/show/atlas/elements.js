// Making and keeping elements. Names are other people's text: they are set as text only, never as markup.
const NAMESPACE = "http://www.w3.org/2000/svg";

function make(tag, attributes, parent) {
  const element = document.createElementNS(NAMESPACE, tag);
  set(element, attributes);
  return parent.appendChild(element);
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

// Columns of values as rows with a name for each; a column that is one value is the same in every row.
function rows(columns) {
  const made = [];
  for (const [name, values] of Object.entries(columns || {}))
    if (Array.isArray(values)) values.forEach((value, place) => ((made[place] ??= {})[name] = value));
  for (const [name, value] of Object.entries(columns || {}))
    if (!Array.isArray(value)) for (const row of made) row[name] = value;
  return made;
}

// A group whose elements follow a list by their keys: what is gone is removed, what is new is made, what stays is kept.
class Kept {
  constructor(parent, name, fresh) {
    this.group = make("g", { class: name }, parent);
    this.fresh = fresh;
    this.held = new Map();
  }

  // The elements stand in the order of the list; one that already stands there is not moved.
  show(things, key, dress) {
    const before = this.held;
    this.held = new Map(things.map((thing) => [key(thing), thing]));
    for (const [id, element] of before) if (!this.held.has(id)) element.remove();
    let next = this.group.firstChild;
    for (const [id, thing] of this.held) {
      const element = before.get(id) || this.fresh(this.group);
      this.held.set(id, element);
      dress(element, thing);
      if (element === next) next = next.nextSibling;
      else this.group.insertBefore(element, next);
    }
  }
}
