// <code-from-link>: the picture of a code leads here with the code after the #, which no browser sends to a server.
// Puts it into the field, or shows it where there is none yet, and takes it out of the address and the history.
const CODE = /^#[0-9A-Za-z-]{16,24}$/;

class CodeFromLink extends HTMLElement {
  connectedCallback() {
    if (!CODE.test(location.hash)) return;
    const code = location.hash.slice(1).toUpperCase();
    history.replaceState(null, "", location.pathname + location.search);
    const field = this.querySelector("input");
    if (field) field.value = code;
    else this.show(code);
  }

  show(code) {
    this.querySelector("code").textContent = code;
    this.querySelector("[data-found]").hidden = false;
    this.querySelector("[data-kept]").hidden = true;
  }
}

customElements.define("code-from-link", CodeFromLink);
