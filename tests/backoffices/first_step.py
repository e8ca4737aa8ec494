"""A report through the first step of a connector, and servers that answer something else."""

from hypothesis import strategies as st

from desk.backoffices.contract import Accepted, Connector, Names, Parcel, Result
from tests.backoffices.fakes.server import Answer, Asked, FakeServer


def file(connector: Connector, sent: Parcel) -> Result:
    return connector.steps(sent)[0].do(sent, {})


def filed(connector: Connector, sent: Parcel) -> Names:
    """What it is called there; it has to be accepted."""
    result = file(connector, sent)
    assert isinstance(result, Accepted)
    return result.names


def long(characters: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    """Hypothesis alone seldom says much."""
    piece = st.text(characters, min_size=1, max_size=30)
    return st.builds(lambda said, times: (said * times)[:most], piece, st.integers(0, most))


def say(fake: FakeServer, status: int, body: bytes = b"", *, method: str = "POST") -> None:
    """What the server answers from now on, whatever it is asked by that method."""
    usual = fake.answer

    def answer(asked: Asked) -> Answer:
        return Answer(status, body) if asked.method == method else usual(asked)

    fake.answer = answer  # type: ignore[method-assign] # a server with a cold


def fall_over(fake: FakeServer, method: str) -> None:
    """The next call by that method is carried out; then it is away, without an answer."""
    usual = fake.answer

    def answer(asked: Asked) -> Answer:
        answered = usual(asked)
        if asked.method == method:
            fake.answer = usual  # type: ignore[method-assign]
            fake.away()
        return answered

    fake.answer = answer  # type: ignore[method-assign]
