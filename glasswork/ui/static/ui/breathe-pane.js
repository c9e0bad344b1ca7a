// <breathe-pane>: one calm minute. The pane opens for four seconds and closes for six, and only after Start.
// Where less motion is wanted the picture rests and the words count.
const IN = 4;
const OUT = 6;
const SECONDS = 60;

class BreathePane extends HTMLElement {
  connectedCallback() {
    this.start = this.querySelector("[data-start]");
    this.stop = this.querySelector("[data-stop]");
    this.words = this.querySelector("[data-words]");
    this.start.hidden = false;
    this.start.addEventListener("click", () => this.begin());
    this.stop.addEventListener("click", () => this.end("You can stop here. That was a start."));
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
  }

  begin() {
    this.second = 0;
    this.counts = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.classList.add("is-breathing");
    this.show(true);
    this.stop.focus();
    this.tick();
    this.ticking = setInterval(() => this.tick(), 1000);
  }

  tick() {
    if (this.second >= SECONDS) return this.end("That was one minute.");
    const place = this.second % (IN + OUT);
    const isIn = place < IN;
    const word = isIn ? "Breathe in" : "Breathe out";
    if (this.counts) this.words.textContent = `${word} … ${isIn ? place + 1 : place - IN + 1}`;
    else if (place === 0 || place === IN) this.words.textContent = word;
    this.second += 1;
  }

  end(sentence) {
    clearInterval(this.ticking);
    this.classList.remove("is-breathing");
    this.show(false);
    this.words.textContent = sentence;
    this.start.textContent = "Once more";
    this.start.focus();
    this.dispatchEvent(new Event("breathed", { bubbles: true }));
  }

  show(isRunning) {
    this.words.hidden = false;
    this.start.hidden = isRunning;
    this.stop.hidden = !isRunning;
  }
}

customElements.define("breathe-pane", BreathePane);
