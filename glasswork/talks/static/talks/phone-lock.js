// <phone-lock>: on every page of a phone that was handed over. Other tabs of it hear so, and show nothing any more.
class PhoneLock extends HTMLElement {
  connectedCallback() {
    const handedOver = new BroadcastChannel("handed-over");
    handedOver.postMessage("");
    handedOver.close();
  }
}

customElements.define("phone-lock", PhoneLock);
