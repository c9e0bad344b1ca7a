// <show-password>: shows and hides what is typed in its field. It is hidden again before the form is sent, so that
// password managers know it for a password.
class ShowPassword extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector("input");
    const button = this.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => show(field, button, field.type === "password"));
    field.form.addEventListener("submit", () => show(field, button, false));
  }
}

function show(field, button, isShown) {
  field.type = isShown ? "text" : "password";
  button.textContent = isShown ? "Hide password" : "Show password";
}

customElements.define("show-password", ShowPassword);
