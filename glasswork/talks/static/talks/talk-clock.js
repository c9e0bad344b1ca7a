// <talk-clock data-left data-whole>: the time of a turn in words, and a glass that empties with it. The seconds are the
// server's, counted on from when they came: this device's clock may be an hour wrong. Only the end is said aloud.
const WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const TOP = 2;
const HEIGHT = 26;

class TalkClock extends HTMLElement {
  connectedCallback() {
    this.words = this.querySelector("[data-words]");
    this.level = this.querySelector("[data-level]");
    this.whole = Number(this.dataset.whole);
    if ("paused" in this.dataset) return;
    this.endsAt = performance.now() + Number(this.dataset.left) * 1000;
    this.ticking = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
  }

  tick() {
    const left = Math.max(0, (this.endsAt - performance.now()) / 1000);
    const said = inWords(left);
    if (this.words.textContent !== said) this.words.textContent = said;
    this.level?.setAttribute("y", (TOP + HEIGHT * (1 - left / this.whole)).toFixed(2));
    if (left > 0) return;
    clearInterval(this.ticking);
    this.words.setAttribute("role", "status");
  }
}

function inWords(left) {
  if (left <= 0) return "Time is up, when the sentence ends";
  const minutes = Math.round(left / 60);
  if (minutes < 1) return "Less than a minute left";
  return minutes === 1 ? "About one minute left" : `About ${WORDS[minutes - 1] ?? minutes} minutes left`;
}

customElements.define("talk-clock", TalkClock);
