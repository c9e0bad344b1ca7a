"""What must never happen on any page of any journey."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

# Chromium also says each of these on the console; this way they are found where a page keeps the console quiet.
TELL_OF_POLICY = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
  console.error(`policy: ${violatedDirective} blocked ${blockedURI} at ${sourceFile}:${lineNumber}`));
"""


class Guard:
    """Listens to all pages of one context: its console, its faults, policy violations, foreign hosts, 5xx answers."""

    def __init__(self, context: BrowserContext, *, allowed: tuple[str, ...]) -> None:
        self.problems: list[str] = []
        self._hosts = {urlsplit(address).netloc for address in allowed}
        self._expected: list[str] = []
        context.add_init_script(TELL_OF_POLICY)
        context.on("console", self._hear)
        context.on("weberror", self._fault)
        context.on("request", self._request)
        context.on("response", self._response)

    def expect(self, words: str) -> None:
        """From now on a console line with these words is meant to be there, as “status of 401” is for some pages."""
        self._expected.append(words)

    def check(self) -> None:
        found = [problem for problem in self.problems if not any(words in problem for words in self._expected)]
        assert not found, "\n".join(found)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.problems.append(f"{message.type} on {message.page and message.page.url}: {message.text}")

    def _fault(self, fault: WebError) -> None:
        self.problems.append(f"fault: {fault.error}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.netloc not in self._hosts:
            self.problems.append(f"foreign: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.problems.append(f"{response.status}: {response.url}")
