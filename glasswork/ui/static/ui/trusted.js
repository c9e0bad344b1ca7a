// The page's one Trusted Types policy. It stays inside this module: only these two uses get out.
const plain = { createHTML: (text) => text, createScriptURL: (address) => address };
const policy = window.trustedTypes ? window.trustedTypes.createPolicy("glasswork", plain) : plain;

// Text of one of our own pages as an inert document; nothing in it runs.
export function parsePage(text) {
  const page = new DOMParser().parseFromString(policy.createHTML(text), "text/html");
  for (const script of page.querySelectorAll("script")) script.remove();
  return page;
}

export function registerWorker() {
  return navigator.serviceWorker.register(policy.createScriptURL("/service-worker.js"));
}
