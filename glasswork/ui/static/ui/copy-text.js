// <copy-text data-for="id"><button>: copies the text of that element and says so on the button and aloud.
class CopyText extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.label = this.button.querySelector("span");
    this.before = this.label.textContent;
    this.line = document.createElement("span");
    this.line.className = "visually-hidden";
    this.line.setAttribute("role", "status");
    this.append(this.line);
    this.button.addEventListener("click", () => this.copy());
  }

  async copy() {
    const text = document.getElementById(this.dataset.for).textContent.trim();
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    this.say(isCopied ? "Copied" : "Please copy it by hand");
    setTimeout(() => (this.label.textContent = this.before), 4000);
  }

  say(words) {
    this.label.textContent = words;
    this.line.textContent = words;
  }
}

customElements.define("copy-text", CopyText);
