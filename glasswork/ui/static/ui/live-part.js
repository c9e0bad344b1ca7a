// <live-part id data-pulse data-token data-every>: asks now and then whether this page has something new, and if so
// fetches the page again and takes its own part out of it. Never while somebody is typing in it. data-says is what is
// said aloud of a new part; data-lost stands on it while the line is down.
import { isChanged } from "./changed.js";
import { parsePage } from "./trusted.js";

const HIDDEN = 6;
const SLOWEST = 60;

class LivePart extends HTMLElement {
  connectedCallback() {
    this.misses = 0;
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("visibilitychange", () => document.hidden || this.ask(), { signal });
    document.addEventListener("signed-in", () => this.wake(), { signal });
    window.addEventListener("online", () => this.ask(), { signal });
    this.plan();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    this.listening.abort();
  }

  // Somebody whose session had ended has signed in again, and this page goes on.
  wake() {
    this.isOver = this.isRenewing = false;
    this.ask();
  }

  plan() {
    clearTimeout(this.timer);
    const every = Number(this.dataset.every || 5) * (document.hidden ? HIDDEN : 1) * 2 ** this.misses;
    this.timer = setTimeout(() => this.ask(), Math.min(every, SLOWEST) * 1000);
  }

  async ask() {
    if (this.isAsking || this.isOver) return;
    this.isAsking = true;
    await this.pulse().catch(() => (this.misses += 1));
    this.toggleAttribute("data-lost", this.misses > 1);
    this.isAsking = false;
    if (!this.isOver) this.plan();
  }

  async pulse() {
    const headers = { "X-Pulse": this.dataset.token };
    const response = await fetch(this.dataset.pulse, { headers, cache: "no-store" });
    if (response.status === 403 && !this.isRenewing) return this.renew();
    if (response.status === 403 || response.status === 404) return this.end();
    if (!response.ok) throw new Error("no pulse");
    const { new: isNew, token } = await response.json();
    this.misses = 0;
    this.isRenewing = false;
    this.dataset.token = token;
    if (isNew) await this.refresh();
  }

  // After a sleep the token is too old while the session may still hold: the page itself has a fresh one.
  async renew() {
    this.isRenewing = true;
    const found = await this.find();
    if (found && found.textContent === this.textContent) this.dataset.token = found.dataset.token ?? "";
    else this.take(found);
  }

  async refresh() {
    if (this.isInUse()) return this.offer();
    this.take(await this.find());
  }

  async find() {
    // The header says that nobody is using the page: what somebody else did must not keep a session alive.
    const response = await fetch(this.dataset.href || location.href, { headers: { "X-News": "1" }, cache: "no-store" });
    return response.ok ? parsePage(await response.text()).getElementById(this.id) : null;
  }

  take(found) {
    if (!found) return this.end();
    this.adopt(found);
    if (this.isInUse()) return this.offer();
    const focused = this.contains(document.activeElement) ? document.activeElement.id : "";
    this.swap(found);
    if (focused) document.getElementById(focused)?.focus();
    this.announce(this.dataset.says || "This page has something new.");
    if (!this.dataset.token) this.end();
  }

  // In use: the caret is in it, or a field in it holds words that are not sent yet.
  isInUse() {
    return this.fields().some((field) => field === document.activeElement || isChanged(field));
  }

  fields() {
    return [...this.querySelectorAll("textarea, input:not([type=hidden])")];
  }

  offer() {
    if (this.querySelector("[data-offer]")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button calm wide";
    button.dataset.offer = "";
    button.textContent = "Show what is new";
    button.addEventListener("click", () => this.show());
    this.prepend(button);
    this.announce("There is something new on this page.");
  }

  // What was typed moves into the same fields of the new part; words whose field is gone stay below it.
  async show() {
    const found = await this.find();
    if (!found) return location.reload();
    const typed = this.fields().filter(isChanged);
    this.adopt(found);
    this.swap(found);
    for (const field of typed) {
      const next = document.getElementById(field.id);
      if (next) [next.value, next.checked] = [field.value, field.checked];
      else if (field.value) this.append(makeKept(field.value));
    }
    this.announce(this.dataset.says || "This page has something new.");
  }

  // How often the new page asks, and what is said aloud of it, may differ from the one before.
  adopt(found) {
    this.dataset.token = found.dataset.token ?? "";
    if (found.dataset.every) this.dataset.every = found.dataset.every;
    this.dataset.says = found.dataset.says ?? "";
  }

  swap(found) {
    this.replaceChildren(...document.adoptNode(found).childNodes);
    this.dispatchEvent(new Event("renewed", { bubbles: true }));
  }

  announce(words) {
    this.line ??= makeLine();
    this.line.textContent = words;
  }

  end() {
    this.isOver = true;
    clearTimeout(this.timer);
  }
}

function makeKept(words) {
  const kept = document.createElement("blockquote");
  kept.className = "quote aside";
  kept.dir = "auto";
  kept.textContent = words;
  return kept;
}

function makeLine() {
  const line = document.createElement("p");
  line.className = "visually-hidden";
  line.setAttribute("role", "status");
  document.body.append(line);
  return line;
}

customElements.define("live-part", LivePart);
