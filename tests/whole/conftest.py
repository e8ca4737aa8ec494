"""One real desk for most tests, and as many real kiosks as a test wants."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desk.running import RunningDesk
from tests.whole.clerk import Clerk, first_clerk
from tests.whole.machine import Kiosk
from tests.whole.surroundings import enrol

NewKiosk = Callable[..., Kiosk]


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    desk = RunningDesk(tmp_path_factory.mktemp("desk") / "state", PUBLIC_PER_MINUTE="100000")
    desk.start()
    yield desk
    desk.kill()  # quicker than waiting for connections that its pages keep open


@pytest.fixture(scope="session")
def clerk(desk: RunningDesk) -> Clerk:
    return first_clerk(desk)


@pytest.fixture(scope="session")
def enrolment(desk: RunningDesk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What lets the kiosks of these tests in at the desk."""
    return enrol(desk, "bibliotheek-1", tmp_path_factory.mktemp("enrolment"))


@pytest.fixture(scope="session")
def shared_kiosk(enrolment: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kiosk]:
    kiosk = Kiosk(folder=tmp_path_factory.mktemp("kiosk"), enrolment=enrolment).start()
    yield kiosk
    kiosk.close()


@pytest.fixture
def kiosk(shared_kiosk: Kiosk) -> Iterator[Kiosk]:
    """An enrolled kiosk at its start screen. Another test will use it after this one."""
    yield shared_kiosk
    shared_kiosk.go_home()


@pytest.fixture
def new_kiosk(enrolment: Path, tmp_path: Path) -> Iterator[NewKiosk]:
    """Makes kiosks that a test may stop, kill and start again; not started yet."""
    made: list[Kiosk] = []

    def make(*options: str, **parts: object) -> Kiosk:
        settings = {"enrolment": enrolment, "folder": tmp_path / "kiosk"} | parts
        made.append(Kiosk(*options, **settings))  # type: ignore[arg-type] # handed on as given
        return made[-1]

    yield make
    for kiosk in made:
        kiosk.close()
