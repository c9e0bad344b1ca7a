// <app-cover>: a blank sheet over the page while it is out of sight, so that no task switcher shows words.
// A page that is left stays covered: a browser that kept it alive may show it again on Back, after Exit too, and so it
// asks the server anew before anything is seen.
//
// data-minutes: after so many the session may have ended by itself. It asks data-session, and if so, leads to
// data-sign-in. With words on it that were not sent (data-keep: it came with some) the page stays, covered and hidden,
// until its writer has signed in again.
//
// Another tab may say that somebody else gets this phone in their hands (<phone-lock>): what stands here is fetched
// anew, which asks for the password, or stays covered with its words until that was given.
import { isChanged } from "./changed.js";

const LOOK_EVERY = 15000;
const TYPING = 60000; // whoever typed within the last minute is there

class AppCover extends HTMLElement {
  connectedCallback() {
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("visibilitychange", () => this.follow(), { signal });
    window.addEventListener("pagehide", () => this.coverForGood(), { signal });
    window.addEventListener("pageshow", (event) => event.persisted && location.reload(), { signal });
    this.handedOver = new BroadcastChannel("handed-over");
    this.handedOver.addEventListener("message", () => this.handOver(), { signal });
    if (this.dataset.minutes) this.watch(signal);
    this.follow();
  }

  disconnectedCallback() {
    this.handedOver.close();
    clearInterval(this.looking);
    this.listening.abort();
  }

  // By the clock, not by one long timer: a computer that sleeps stops its timers.
  watch(signal) {
    this.sheet = this.querySelector("[role=dialog]");
    this.endsAt = Date.now() + this.dataset.minutes * 60000;
    this.typedAt = 0;
    this.looking = setInterval(() => this.isOver || this.look(), LOOK_EVERY);
    document.addEventListener("input", () => (this.typedAt = Date.now()), { signal, capture: true });
    for (const kind of ["focus", "online"]) window.addEventListener(kind, () => this.follow(), { signal });
  }

  follow() {
    if (this.isForGood) return;
    const isDue = !document.hidden && this.isDue();
    this.toggleAttribute("data-on", document.hidden || isDue || Boolean(this.isHandedOver));
    if (isDue) this.look();
    else if (this.isHandedOver && !document.hidden) this.takeBack();
  }

  handOver() {
    if (this.isForGood || !this.dataset.minutes || document.querySelector("phone-lock")) return;
    if ("keep" in this.dataset || hasWords()) {
      this.isHandedOver = true;
      return this.follow();
    }
    this.coverForGood();
    location.replace(location.pathname + location.search);
  }

  async takeBack() {
    const found = await this.ask().catch(() => ({}));
    if (!found.seconds || found.locked) return;
    this.isHandedOver = false;
    this.follow();
  }

  isDue() {
    return this.isOver || Date.now() >= this.endsAt;
  }

  async look() {
    if (this.isForGood || this.isAsking || !this.isDue()) return;
    if (!this.isOver && Date.now() - this.typedAt < TYPING) return this.show();
    this.isAsking = true;
    const found = await this.ask().catch(() => ({}));
    this.isAsking = false;
    if (found.seconds) this.goOn(found);
    else this.end(found.isOver);
    this.show();
  }

  async ask() {
    const response = await fetch(this.dataset.session, { cache: "no-store" });
    return response.status === 403 ? { isOver: true } : response.json();
  }

  // Still signed in, perhaps by another tab, or again. A page of somebody else's is never uncovered.
  goOn({ seconds, owner, token }) {
    this.endsAt = Date.now() + seconds * 1000;
    if (!this.isOver) return;
    if (owner !== this.dataset.owner) return this.leave();
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
    this.isOver = false;
    document.dispatchEvent(new Event("signed-in"));
  }

  // Without an answer, as when offline, nothing is known for sure: covered, but nothing leaves the page.
  end(isSure) {
    if (isSure && !("keep" in this.dataset) && !hasWords()) return this.leave();
    this.isOver = true;
  }

  show() {
    if (this.isForGood) return;
    document.body.toggleAttribute("data-over", Boolean(this.isOver));
    this.toggleAttribute("data-on", document.hidden || Boolean(this.isOver || this.isHandedOver));
    if (this.sheet.hidden === !this.isOver) return;
    this.sheet.hidden = !this.isOver;
    if (this.isOver) this.sheet.focus();
  }

  leave() {
    this.coverForGood();
    location.replace(this.dataset.signIn);
  }

  coverForGood() {
    this.isForGood = true;
    if (this.sheet) this.sheet.hidden = true;
    this.toggleAttribute("data-on", true);
  }
}

function hasWords() {
  return [...document.querySelectorAll("textarea, input:not([type=hidden]), select")].some(isChanged);
}

customElements.define("app-cover", AppCover);
