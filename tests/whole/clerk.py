"""A member of staff at the desk, over plain HTTP: logs in, reads, and says how it goes."""

import html
import re

import requests

from tests.desk.running import RunningDesk


class Clerk:
    """Logged in with this password, or with `welcome` False where that was refused."""

    def __init__(self, url: str, password: str, name: str = "beheer") -> None:
        self.url = url
        self._http = requests.Session()
        page = self._http.get(f"{url}/inbox/inloggen/", timeout=15)
        said = {"username": name, "password": password, "next": "/inbox/"}
        answer = self._post(page, said)
        self.welcome = answer.ok and answer.url == f"{url}/inbox/"

    def read(self, path: str) -> str:
        """A staff page as text: words only, with single spaces."""
        return words_of(self._page(path).text)

    def read_contact(self, path: str, why: str = "bellen") -> str:
        """The same page once it was said what the contact details are needed for."""
        return words_of(self._post(self._page(path), {"why": why}, f"{path}contact/").text)

    def find(self, code: str) -> list[str]:
        """The pages of the submissions with this tracking code, as the inbox lists them."""
        page = self._page(f"/inbox/?code={code}").text
        return list(dict.fromkeys(re.findall(r"/inbox/[0-9a-f]{8}-[0-9a-f-]{27}/", page)))

    def answer(self, path: str, status: str, **sentences: str) -> None:
        """Change the status, with `sentence` and perhaps `sentence_translated`."""
        page = self._page(path)
        seen = re.search(r'name="seen" value="([^"]*)"', page.text)
        assert seen, page.text
        answer = self._post(page, {"status": status, "seen": html.unescape(seen[1]), **sentences})
        assert answer.ok, words_of(answer.text)
        assert "Opgeslagen." in words_of(answer.text)

    def _page(self, path: str) -> requests.Response:
        page = self._http.get(self.url + path, timeout=15)
        assert page.ok, f"{path}: {page.status_code}"
        return page

    def _post(
        self, page: requests.Response, said: dict[str, str], path: str = ""
    ) -> requests.Response:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]*)"', page.text)
        assert token, page.text
        body = said | {"csrfmiddlewaretoken": token[1]}
        address = self.url + path if path else page.url
        return self._http.post(address, data=body, headers={"Referer": page.url}, timeout=15)


def words_of(page: str) -> str:
    """What a page says, without its markup."""
    bare = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    return " ".join(html.unescape(bare).split())


def first_clerk(desk: RunningDesk) -> Clerk:
    file = desk.state.parent / "staff-password"
    done = desk.run("first-staff", "--out", str(file))
    assert done.returncode == 0, done.stderr
    clerk = Clerk(desk.url, file.read_text().strip())
    assert clerk.welcome
    return clerk
