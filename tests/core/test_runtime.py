"""The loop: in which order things happen, and what waits until everything is loaded."""

from collections.abc import Sequence

import pytest

from kiosk.core.events import AnyEvent, Saved, SaveFailed, SpeechEnded, Tapped
from kiosk.core.receipt import Receipt
from kiosk.core.submission import Submission
from kiosk.core.view import Utterance, View
from kiosk.runtime import Runtime, World
from tests.core.visit import factory, terminal_of

CODE = "482173905566"


class Stage:
    """Plays every part of the world, and writes down what was asked of it, in order."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.fingers: list[AnyEvent] = []
        self.now = 0.0
        self.submissions: list[Submission] = []

    def show(self, view: View) -> None:
        self.log.append(f"show {view.screen}")

    def poll(self) -> Sequence[AnyEvent]:
        fingers, self.fingers = self.fingers, []
        return fingers

    def handled(self, event: AnyEvent) -> None:
        self.log.append(f"handled {type(event).__name__}")

    def wait(self, blind_s: float) -> None: ...

    def wake(self) -> None:
        self.log.append("wake")

    def forget(self) -> None:
        self.log.append("forget")

    def say(self, utterances: Sequence[Utterance], **_: int | bool) -> None:
        self.log.append(f"say {utterances[0].text}")

    def hush(self) -> None:
        self.log.append("hush")

    def pause(self, on: bool) -> None:
        self.log.append(f"pause {on}")

    def keep(self, submission: Submission) -> Saved | SaveFailed:
        self.log.append("keep")
        self.submissions.append(submission)
        return Saved(submission.id)

    def submit(self, receipt: Receipt) -> None:
        self.log.append(f"print {receipt.name}")

    def ask(self, code: str, language: str) -> None:
        self.log.append(f"ask {code} {language}")


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def runtime(stage: Stage) -> Runtime:
    return Runtime(terminal_of(factory()), stage, lambda: stage.now)


def world(stage: Stage) -> World:
    return World(voice=stage, keeper=stage, paper=stage, status=stage, make_code=lambda: CODE)


def press(runtime: Runtime, stage: Stage, *names: str) -> None:
    for name in names:
        stage.now += 2
        runtime.handle(Tapped(name, at=stage.now))


def test_a_press_before_all_is_loaded_is_shown_at_once_and_spoken_later(
    runtime: Runtime, stage: Stage
) -> None:
    press(runtime, stage, "flow:melding")
    assert stage.log == ["show start", "show melding.wat", "handled Tapped"]
    stage.log.clear()
    runtime.furnish(world(stage))
    assert stage.log[:2] == ["hush", "say Waar gaat het over?"]
    assert runtime.session.lot is not None, "the code that was asked for came as well"


def test_silence_and_the_new_sentence_come_before_the_picture_is_drawn(
    runtime: Runtime, stage: Stage
) -> None:
    runtime.furnish(world(stage))
    stage.log.clear()
    press(runtime, stage, "flow:melding")
    assert stage.log[:3] == ["hush", "say Waar gaat het over?", "show melding.wat"]


def test_a_submission_is_kept_before_it_is_thanked_or_printed_for(
    runtime: Runtime, stage: Stage
) -> None:
    runtime.furnish(world(stage))
    press(runtime, stage, "flow:melding", "choice:verlichting", "choice:lamp-uit", "choice:hier")
    press(runtime, stage, "next", "choice:geen")
    stage.log.clear()
    press(runtime, stage, "send")
    order = [stage.log.index(what) for what in ("keep", "show melding.thanks", f"print {CODE}")]
    assert order == sorted(order)
    assert [submission.code for submission in stage.submissions] == [CODE]


def test_the_end_of_a_visit_is_forgotten_by_voice_paper_and_screen(
    runtime: Runtime, stage: Stage
) -> None:
    runtime.furnish(world(stage))
    press(runtime, stage, "flow:melding", "stop", "stop:yes")
    assert stage.log.count("forget") == 3
    assert runtime.view.screen == "start"


def test_an_event_from_another_thread_wakes_the_loop_and_is_handled_before_fingers(
    runtime: Runtime, stage: Stage
) -> None:
    runtime.furnish(world(stage))
    press(runtime, stage, "flow:melding")
    stage.log.clear()
    stage.fingers = [Tapped("repeat", at=stage.now + 1)]
    runtime.post(SpeechEnded())
    assert stage.log == ["wake"]
    assert runtime.turn()
    assert [line for line in stage.log if line.startswith("handled")][:2] == [
        "handled SpeechEnded",
        "handled Tapped",
    ]
    assert runtime.session.voice == "speaking"


def test_nothing_is_drawn_while_nothing_happens(runtime: Runtime, stage: Stage) -> None:
    runtime.furnish(world(stage))
    stage.log.clear()
    for _ in range(600):
        stage.now += 1
        runtime.turn()
    assert not any(line.startswith("show") for line in stage.log)
