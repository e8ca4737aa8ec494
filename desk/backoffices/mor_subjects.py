"""The register of subjects beside a MOR-core: what a route may name, by web address."""

from collections.abc import Sequence

from desk.backoffices.contract import Problem, TryLater
from desk.backoffices.http import Answer, Http

MOST_PAGES = 50


class Subjects:
    """Without an address of the register, targets are believed as they are."""

    def __init__(self, url: str | None, timeout_s: float) -> None:
        self._http = Http(url, timeout_s) if url else None

    def all(self) -> Sequence[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        page = "/"
        for _ in range(MOST_PAGES):
            answer = self._http.read(page) if self._http else None
            told = answer.json if isinstance(answer, Answer) and answer.status == 200 else None
            if not isinstance(told, dict):
                break
            for each in told.get("results") or []:
                where = str((each.get("_links") or {}).get("self") or "")
                if where:
                    found.append((where, str(each.get("naam") or each.get("name") or where)))
            page = str(told.get("next") or "")
            if not page:
                break
        return found

    def check(self, targets: Sequence[str]) -> Sequence[Problem]:
        """One sentence for each target that MOR would refuse."""
        wrong = [self._wrong(target) for target in targets if target]
        return [Problem(what) for what in dict.fromkeys(wrong) if what]

    def _wrong(self, target: str) -> str:
        if self._http is None:
            return ""
        if not target.startswith(f"{self._http.url}/"):
            return (
                f"Het onderwerp '{target}' is geen adres onder 'subjects_url'. "
                "Kies een ander bij Routes."
            )
        answer = self._http.read(target)
        if isinstance(answer, TryLater):
            return "De lijst van onderwerpen is niet te bereiken. Kijk 'subjects_url' na."
        if answer.status in (404, 410):
            return f"Het onderwerp '{target}' bestaat niet meer. Kies een ander bij Routes."
        return ""

    def close(self) -> None:
        if self._http:
            self._http.close()
