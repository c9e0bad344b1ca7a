// <add-starter data-for="field-x">: its buttons add their data-text at the caret of that field, with a capital where a
// sentence begins.
class AddStarter extends HTMLElement {
  connectedCallback() {
    this.field = document.getElementById(this.dataset.for);
    this.field.addEventListener("focus", () => (this.hasCaret = true));
    this.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-text]");
      if (button) this.insert(this.field, button.dataset.text);
    });
  }

  insert(field, text) {
    if (!this.hasCaret) field.setSelectionRange(field.value.length, field.value.length);
    const before = field.value.slice(0, field.selectionStart);
    const gap = before && !/\s$/.test(before) ? " " : "";
    const words = /(^|[.!?]["”’)]*)\s*$/.test(before) ? text[0].toUpperCase() + text.slice(1) : text;
    field.focus();
    field.setRangeText(gap + words, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

customElements.define("add-starter", AddStarter);
