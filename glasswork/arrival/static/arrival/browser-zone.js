// <browser-zone>: answers the time zone question from the browser, then puts it away. Without script one chooses.
class BrowserZone extends HTMLElement {
  connectedCallback() {
    const select = this.querySelector("select");
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zone || this.querySelector(".error")) return;
    if (!select.value) this.choose(select, zone);
    this.hidden = select.value === zone;
  }

  // Browsers know older names that the list doesn't show.
  choose(select, zone) {
    if (![...select.options].some((option) => option.value === zone)) select.add(new Option(zone, zone));
    select.value = zone;
  }
}

customElements.define("browser-zone", BrowserZone);
