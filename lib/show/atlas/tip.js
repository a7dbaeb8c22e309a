// What stands beside the pointer, and the list of places that lie too close to be told apart.
class Tip {
  constructor(frame) {
    this.element = frame.appendChild(document.createElement("div"));
    this.element.className = "tip";
    this.element.hidden = true;
    this.frame = frame;
  }

  show(event, lines) {
    this.element.replaceChildren(...lines.map(([name, rest]) => {
      const line = document.createElement("div");
      line.appendChild(document.createElement("bdi")).textContent = name;
      if (rest !== undefined) line.append(`: ${rest}`);
      return line;
    }));
    this.element.hidden = false;
    const frame = this.frame.getBoundingClientRect();
    const half = this.element.offsetWidth / 2 + 4, tall = this.element.offsetHeight + 18;
    const x = event.clientX - frame.left, y = event.clientY - frame.top;
    this.element.style.left = `${Math.max(half, Math.min(x, frame.width - half))}px`;
    this.element.style.top = `${y > tall ? y - tall : y + 22}px`;
  }

  hide() {
    this.element.hidden = true;
  }
}

class List {
  constructor(frame, words) {
    this.element = frame.appendChild(document.createElement("div"));
    this.element.className = "list";
    this.element.hidden = true;
    this.words = words;
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.hide());
  }

  // Offer places by name and number, and to come closer where that parts them.
  show(places, pick, closer) {
    const buttons = places.map((place) => this.button(place.name, place.count, () => pick(place.pick)));
    if (closer) buttons.unshift(this.button(this.words.closer, undefined, closer));
    buttons.push(this.button(this.words.close));
    this.element.replaceChildren(...buttons);
    this.element.hidden = false;
    this.element.scrollTop = 0;
    buttons[0].focus({ preventScroll: true });
  }

  button(name, count, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.appendChild(document.createElement("bdi")).textContent = name;
    if (count !== undefined) button.append(`: ${count.toLocaleString("en")}`);
    button.onclick = () => {
      this.hide();
      if (act) act();
    };
    return button;
  }

  hide() {
    this.element.hidden = true;
  }
}
