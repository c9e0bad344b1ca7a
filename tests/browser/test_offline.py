"""Calm opens without a connection, and nothing private stays on the device."""

from tests.browser.acts import arrive, write_evening
from tests.browser.conftest import Meet

SECRET = "words for nobody else"
IS_READY = """async () => {
  while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 20));
}"""
KEPT = """async () => {
  const pages = {};
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    for (const request of await store.keys()) {
      const answer = await store.match(request);
      const isText = /html|javascript|json/.test(answer.headers.get("content-type"));
      pages[new URL(request.url).pathname] = isText ? await answer.text() : "";
    }
  }
  const databases = (await indexedDB.databases()).map(({ name }) => name);
  return { pages, other: [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...databases] };
}"""


def test_calm_works_offline_and_nothing_private_is_kept(meet: Meet) -> None:
    imogen = arrive(meet(worker=True), "Imogen")
    write_evening(imogen, feeling="Sad", because=SECRET).press("Keep it").arrives_at("/today/")
    imogen.open("/talk/").reads(SECRET).open("/calm/").page.evaluate(IS_READY)
    kept = imogen.page.evaluate(KEPT)
    assert {"/calm/", "/timer/"} <= kept["pages"].keys()
    assert {path for path in kept["pages"] if not path.startswith("/static/")} == {"/calm/", "/timer/"}
    assert not kept["other"]
    for private in (SECRET, "Imogen", imogen.sign_in_name, "_owner"):
        assert not [path for path, text in kept["pages"].items() if private in text]
    imogen.guard.expect("ERR_INTERNET_DISCONNECTED")
    imogen.context.set_offline(True)
    imogen.open("/calm/").is_headed("One calm minute").press("Start the minute").reads("Breathe in").press("Stop")
    imogen.open("/today/").arrives_at("/calm/").reads("You’re offline.").look("calm-offline").lacks("Imogen", SECRET)
    imogen.context.set_offline(False)
    imogen.press("Try again").arrives_at("/today/").reads("Imogen")


def test_the_page_is_covered_while_it_is_out_of_sight(meet: Meet) -> None:
    imogen = arrive(meet(), "Imogen")
    cover = imogen.page.locator("app-cover")
    assert not cover.is_visible()
    imogen.page.evaluate(
        """() => {
          Object.defineProperty(document, "hidden", { value: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    assert cover.is_visible()
    assert cover.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
