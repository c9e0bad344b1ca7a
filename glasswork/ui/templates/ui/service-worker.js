// Keeps static files and two pages that are alike for everyone, so that Calm opens without a connection.
// No other page and no answer to a form ever enters the store.
const STORE = "kept-{{ version }}";
const FILES = {{ files | tojson }};
const CALM = {{ calm | tojson }};
const TIMER = {{ timer | tojson }};

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  const isPage = request.mode === "navigate";
  if (address.origin !== location.origin) return;
  // A beacon of a page that is being left would die with it; from here it goes out.
  if (request.method === "POST" && !isPage) return event.respondWith(fetch(request));
  if (request.method !== "GET") return;
  if (isPage) event.respondWith(page(event, address.pathname));
  else if (FILES.includes(address.pathname)) event.respondWith(file(request));
});

async function keep() {
  const store = await caches.open(STORE);
  await store.addAll([...FILES, ...[CALM, TIMER].map(forNobody)]);
  await self.skipWaiting();
}

// The pages are fetched without cookies: what is kept knows nobody.
function forNobody(path) {
  return new Request(path, { credentials: "omit", cache: "reload" });
}

async function tidy() {
  for (const name of await caches.keys()) if (name !== STORE) await caches.delete(name);
  await self.clients.claim();
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}

async function page(event, path) {
  try {
    const answer = await fetch(event.request);
    if (path === CALM) event.waitUntil(renew());
    return answer;
  } catch {
    if (path !== CALM && path !== TIMER) return Response.redirect(`${CALM}#offline`);
    return (await caches.match(path)) ?? Response.error();
  }
}

// Help lines change between releases; a visit to Calm brings the kept copy up to date.
async function renew() {
  const store = await caches.open(STORE);
  await store.add(forNobody(CALM)).catch(() => {});
}
