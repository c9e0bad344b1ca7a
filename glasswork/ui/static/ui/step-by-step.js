// <step-by-step data-next data-back> inside a form: shows its <section data-step> one at a time. Without script all of
// them stand on one page. The browser's Back goes a step back; the address never changes.
// With data-narrow a wide window, which has room for all of them, shows them together.
class StepByStep extends HTMLElement {
  connectedCallback() {
    if ("narrow" in this.dataset && matchMedia("(min-width: 62rem)").matches) return;
    this.form = this.closest("form") ?? this.querySelector("form");
    this.form.noValidate = true; // a field on a hidden step could not be shown by the browser's own message
    this.sections = [...this.querySelectorAll("[data-step]")];
    // The page's main heading stands on one of the steps: on the others their first heading takes its place.
    if (this.querySelector("h1")) this.raiseHeadings();
    this.build();
    this.listening = new AbortController();
    const { signal } = this.listening;
    window.addEventListener("popstate", (event) => this.return(event.state), { signal });
    this.form.addEventListener("submit", (event) => this.submit(event), { signal, capture: true });
    document.querySelector("a.mark")?.addEventListener("click", (event) => this.leave(event), { signal });
    document.addEventListener("click", (event) => this.show(event), { signal });
    this.open(this.firstStep());
    history.replaceState({ ...history.state, step: this.step }, "");
  }

  disconnectedCallback() {
    this.listening?.abort();
  }

  raiseHeadings() {
    for (const section of this.sections) section.querySelector("h1, h2, h3")?.setAttribute("aria-level", "1");
  }

  // Where something is wrong, or a hint stands; else where this page was before a reload; else the start.
  firstStep() {
    const wrong = this.sections.findIndex((section) => section.querySelector("[aria-invalid=true], .error, #hint"));
    return wrong >= 0 ? wrong : (history.state?.step ?? 0);
  }

  build() {
    this.progress = document.createElement("p");
    this.progress.className = "eyebrow";
    this.bars = document.createElement("p");
    this.bars.className = "steps";
    this.bars.setAttribute("aria-hidden", "true");
    for (const _ of this.sections) this.bars.append(document.createElement("i"));
    this.buttons = document.createElement("p");
    this.buttons.className = "pair";
    this.back = this.button(this.dataset.back || "Back", "button", () => this.stepBack());
    this.next = this.button(this.dataset.next || "Next", "button go", () => this.forward());
    this.prepend(this.bars, this.progress);
    this.append(this.buttons);
  }

  button(label, look, press) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = look;
    button.textContent = label;
    button.addEventListener("click", press);
    this.buttons.append(button);
    return button;
  }

  forward() {
    if (this.step >= this.sections.length - 1) return;
    this.open(this.step + 1, true);
    history.pushState({ ...history.state, step: this.step, wasStep: true }, "");
  }

  // A page that opened on a later step, because something was wrong there, has no earlier one in the history.
  stepBack() {
    if (history.state?.wasStep) return history.back();
    this.open(this.step - 1, true);
    history.replaceState({ ...history.state, step: this.step }, "");
  }

  open(step, isMove = false) {
    this.step = Math.max(0, Math.min(step, this.sections.length - 1));
    for (const [n, section] of this.sections.entries()) section.hidden = n !== this.step;
    for (const [n, bar] of [...this.bars.children].entries()) bar.classList.toggle("on", n <= this.step);
    this.progress.textContent = `Part ${this.step + 1} of ${this.sections.length}`;
    this.back.hidden = this.step === 0;
    this.next.hidden = this.step === this.sections.length - 1;
    if (isMove) this.arrive();
  }

  arrive() {
    const section = this.sections[this.step];
    const heading = section.querySelector("h1, h2, h3, legend") ?? section;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    this.scrollIntoView({ block: "start" });
  }

  // The page's own “Back”, at the top, means a step back while there is one; “Today” there means Today.
  leave(event) {
    if (!this.step || event.currentTarget.textContent.trim() !== this.back.textContent) return;
    event.preventDefault();
    this.stepBack();
  }

  // A link to a place on this page, such as “Skip to the page”, comes without a step.
  return(state) {
    if (state?.step !== undefined) this.open(state.step, true);
  }

  // The list of what is wrong leads to a field, which may stand on a hidden step.
  show(event) {
    const link = event.target.closest(".error-summary a, #hint a");
    const field = link?.hash && this.querySelector(link.hash);
    if (!field) return;
    event.preventDefault();
    this.open(this.sections.findIndex((section) => section.contains(field)));
    field.focus();
  }

  // Enter in a field presses the form's first submit button, which may stand on a hidden step: it means Next.
  submit(event) {
    const section = event.submitter?.closest("[data-step]");
    if (!section?.hidden) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.forward();
  }
}

customElements.define("step-by-step", StepByStep);
