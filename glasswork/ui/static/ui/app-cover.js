// <app-cover>: a blank sheet over the page while it is out of sight, so that no task switcher shows words.
// A page that is left stays covered: a browser that kept it alive may show it again on Back, after Exit too, and so it
// asks the server anew before anything is seen.
class AppCover extends HTMLElement {
  connectedCallback() {
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("visibilitychange", () => this.follow(), { signal });
    window.addEventListener("pagehide", () => this.coverForGood(), { signal });
    window.addEventListener("pageshow", (event) => event.persisted && location.reload(), { signal });
    this.follow();
  }

  disconnectedCallback() {
    this.listening.abort();
  }

  follow() {
    if (!this.isForGood) this.toggleAttribute("data-on", document.hidden);
  }

  coverForGood() {
    this.isForGood = true;
    this.toggleAttribute("data-on", true);
  }
}

customElements.define("app-cover", AppCover);
