// <keep-page>: what is typed in it is stored nowhere yet, so links that lead away for a moment (Calm, Staying safe) open
// a tab of their own. Exit stays as it is.
class KeepPage extends HTMLElement {
  connectedCallback() {
    for (const link of document.querySelectorAll("header .calm, .foot a")) {
      link.target = "_blank";
      link.rel = "noopener";
      const words = document.createElement("span");
      words.className = "visually-hidden";
      words.textContent = " (opens a new tab)";
      link.append(words);
    }
  }
}

customElements.define("keep-page", KeepPage);
