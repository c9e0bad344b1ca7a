// <auto-save data-href>: keeps a draft of its form on the server two seconds after the last change, and on leaving.
// Nothing is kept on the device. A line with [data-saved] says how it goes.
const PAUSE = 2000;
const LONGEST = 60000;

class AutoSave extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form") ?? this.closest("form");
    this.line = this.querySelector("[data-saved]");
    this.wait = PAUSE;
    this.listening = new AbortController();
    const { signal } = this.listening;
    for (const kind of ["input", "change"]) this.form.addEventListener(kind, () => this.change(), { signal });
    this.form.addEventListener("submit", () => this.sending(), { signal });
    window.addEventListener("pagehide", () => this.leave(), { signal });
    window.addEventListener("online", () => this.isChanged && this.save(), { signal });
    document.addEventListener("signed-in", () => this.wake(), { signal });
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    this.listening.abort();
  }

  // Somebody whose session had ended has signed in again: what was typed meanwhile is kept now.
  wake() {
    if (!this.isOver) return;
    this.isOver = false;
    this.save();
  }

  change() {
    if (this.isOver) return;
    this.isChanged = true;
    this.again(PAUSE);
  }

  again(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  async save() {
    if (this.isSaving) return this.again(PAUSE);
    this.isSaving = true;
    this.isChanged = false;
    const status = await this.post().catch(() => 0);
    this.isSaving = false;
    this.answer(status);
  }

  async post() {
    const body = this.fields();
    const headers = { "X-CSRFToken": body.get("csrfmiddlewaretoken") ?? "" };
    const response = await fetch(this.dataset.href, { method: "POST", body, headers, redirect: "manual" });
    return response.type === "opaqueredirect" ? 401 : response.status;
  }

  fields() {
    return new URLSearchParams(new FormData(this.form));
  }

  answer(status) {
    if (status >= 200 && status < 300) {
      this.wait = PAUSE;
      return this.say("Saved");
    }
    if (status === 401 || status === 403) {
      this.isOver = true;
      return this.say("You are signed out. Your words stay here. Send them, and you can sign in and go on.");
    }
    this.isChanged = true;
    this.wait = Math.min(this.wait * 2, LONGEST);
    this.again(this.wait);
    this.say("Not saved yet, we’ll try again");
  }

  say(words) {
    if (this.line && this.line.textContent !== words) this.line.textContent = words;
  }

  // The form itself is on its way: a draft that arrives after it would bring the old words back.
  sending() {
    clearTimeout(this.timer);
    this.isChanged = false;
  }

  leave() {
    if (this.isChanged && !this.isOver) navigator.sendBeacon(this.dataset.href, this.fields());
  }
}

customElements.define("auto-save", AutoSave);
