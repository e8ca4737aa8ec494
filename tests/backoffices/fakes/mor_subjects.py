"""The register of subjects beside a MOR-core: what a signal may be about, by web address."""

from tests.backoffices.fakes.server import Answer, Asked, FakeServer, json_answer

PATH = "/api/v1/onderwerp/"
PER_PAGE = 2


class FakeSubjects(FakeServer):
    """`names` by the last part of their address; MOR-core lists a few at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.names = {"lamp": "Straatverlichting", "afval": "Afval", "boom": "Bomen"}

    @property
    def base(self) -> str:
        return f"{self.url}{PATH}"

    def address(self, key: str) -> str:
        return f"{self.base}{key}/"

    def answer(self, asked: Asked) -> Answer:
        if asked.path == PATH:
            start = int(asked.query.get("offset", "0"))
            keys = list(self.names)
            rest = start + PER_PAGE
            more = f"{self.base}?offset={rest}" if rest < len(keys) else None
            results = [self._shown(key) for key in keys[start:rest]]
            return json_answer(200, {"count": len(keys), "next": more, "results": results})
        key = asked.path.removeprefix(PATH).rstrip("/")
        if key in self.names:
            return json_answer(200, self._shown(key))
        return json_answer(404, {"detail": "Not found."})

    def _shown(self, key: str) -> dict[str, object]:
        return {"_links": {"self": self.address(key)}, "naam": self.names[key]}
