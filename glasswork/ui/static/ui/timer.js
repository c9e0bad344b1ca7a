// <kitchen-timer>: counts down. It needs nothing and keeps nothing.
class KitchenTimer extends HTMLElement {
  connectedCallback() {
    this.left = 180;
    this.clock = this.querySelector("[data-clock]");
    this.run = this.querySelector("[data-run]");
    this.done = this.querySelector("[data-done]");
    this.addEventListener("click", (event) => this.press(event.target.closest("button")));
  }

  press(button) {
    if (!button) return;
    if (button === this.run) return this.ticking ? this.stop() : this.start();
    this.left = "clear" in button.dataset ? 0 : this.left + Number(button.dataset.add);
    if (this.ticking) this.until = Date.now() + this.left * 1000;
    this.show();
  }

  start() {
    if (!this.left) return;
    this.done.textContent = "";
    this.until = Date.now() + this.left * 1000;
    this.run.textContent = "Stop";
    this.ticking = setInterval(() => this.tick(), 250);
  }

  tick() {
    this.left = Math.max(0, Math.ceil((this.until - Date.now()) / 1000));
    this.show();
    if (this.left) return;
    this.stop();
    this.done.textContent = "Time is up.";
  }

  stop() {
    clearInterval(this.ticking);
    this.ticking = null;
    this.run.textContent = "Start";
  }

  show() {
    const two = (number) => String(number).padStart(2, "0");
    this.clock.textContent = `${two(Math.floor(this.left / 60))}:${two(this.left % 60)}`;
  }
}

customElements.define("kitchen-timer", KitchenTimer);
