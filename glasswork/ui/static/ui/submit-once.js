// A form that is on its way is not sent twice. Listens for the whole page; a form needs no mark for it.
const sent = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (sent.has(form)) return event.preventDefault();
  sent.add(form);
  mark(form, true);
});

// Back from the next page: the form may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.forms) {
    sent.delete(form);
    mark(form, false);
  }
});

// Not `disabled`: a disabled button would not send its own name and value.
function mark(form, isSent) {
  for (const button of form.querySelectorAll("button[type=submit]")) {
    if (isSent) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}
