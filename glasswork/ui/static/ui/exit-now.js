// <exit-now data-exit data-site data-installed>: leaves at once. Covers the page, ends the session by beacon and
// replaces the page, so that Back does not return here. Pressing Shift three times within five seconds does the same.
const WITHIN = 5000;
const PRESSES = 3;

class ExitNow extends HTMLElement {
  connectedCallback() {
    this.presses = 0;
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("click", (event) => this.click(event), { signal, capture: true });
    document.addEventListener("keyup", (event) => this.key(event), { signal });
  }

  disconnectedCallback() {
    this.listening.abort();
  }

  click(event) {
    const link = event.target.closest("a[data-exit]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.leave();
  }

  key(event) {
    if (event.key !== "Shift") return this.forget();
    this.presses += 1;
    clearTimeout(this.forgetting);
    if (this.presses >= PRESSES) return this.leave();
    this.forgetting = setTimeout(() => this.forget(), WITHIN);
    this.showDots();
  }

  forget() {
    this.presses = 0;
    this.dots?.remove();
    this.dots = null;
  }

  showDots() {
    this.dots ??= this.makeDots();
    const [marks, words] = this.dots.children;
    for (const [n, mark] of [...marks.children].entries()) mark.classList.toggle("on", n < this.presses);
    const left = PRESSES - this.presses;
    words.textContent = `Press Shift ${left === 1 ? "once" : "twice"} more to exit.`;
  }

  makeDots() {
    const dots = document.createElement("div");
    const marks = document.createElement("span");
    const words = document.createElement("span");
    dots.className = "exit-dots";
    marks.setAttribute("aria-hidden", "true");
    words.className = "visually-hidden";
    words.setAttribute("role", "status");
    for (let n = 0; n < PRESSES; n += 1) marks.append(document.createElement("i"));
    dots.append(marks, words);
    document.body.append(dots);
    return dots;
  }

  leave() {
    document.querySelector("app-cover")?.coverForGood();
    document.title = "";
    navigator.sendBeacon(this.dataset.exit);
    // An installed app opens other sites on top of itself, so there Exit leads to a plain page of our own.
    const isInstalled = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
    location.replace(isInstalled ? this.dataset.installed : this.dataset.site);
  }
}

customElements.define("exit-now", ExitNow);
