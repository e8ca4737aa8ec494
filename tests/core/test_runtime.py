"""The loop: in which order things happen, and what waits until everything is loaded."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from kiosk.core.arrangement import Plain
from kiosk.core.effects import (
    Discard,
    Effect,
    Hush,
    KeepKeys,
    Play,
    Record,
    Save,
    StopRecording,
)
from kiosk.core.events import (
    AnyEvent,
    Plugged,
    RecordingFailed,
    Saved,
    SaveFailed,
    SpeechEnded,
    Tapped,
    TimePassed,
)
from kiosk.core.receipt import Receipt
from kiosk.core.session import Scan, Take
from kiosk.core.submission import Recording, Submission
from kiosk.core.view import Utterance, View
from kiosk.runtime import Runtime
from kiosk.world import World
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

    def wait(self, blind_s: float, most_s: float | None = None) -> None: ...

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

    def play(self, samples: bytes, *, volume_step: int) -> None:
        self.log.append(f"play {samples.decode()} at {volume_step}")

    def keep(self, submission: Submission, sounds: Mapping[str, bytes]) -> Saved | SaveFailed:
        self.log.append("keep" if not sounds else f"keep {dict(sounds)}")
        self.submissions.append(submission)
        return Saved(submission.id)

    def start(self, name: str, most_s: int) -> None:
        self.log.append(f"record {name} {most_s}")

    def stop(self) -> None:
        self.log.append("stop")

    def sound(self, name: str) -> bytes:
        return f"sound of {name}".encode()

    def wavs(self, names: Sequence[str]) -> Mapping[str, bytes]:
        return dict.fromkeys(names, b"RIFF")

    def discard(self, name: str) -> None:
        self.log.append(f"discard {name}")

    def route(self, to: str) -> None:
        self.log.append(f"route {to}")

    def keep_keys(self, keys: Sequence[tuple[str, int]]) -> bool:
        self.log.append(f"keys {list(keys)}")
        return False

    def submit(self, receipt: Receipt) -> None:
        self.log.append(f"print {receipt.name}")

    def ask(self, code: str, language: str) -> None:
        self.log.append(f"ask {code} {language}")

    def tell_not_solved(self, code: str, day: str) -> None:
        self.log.append(f"not solved {code} {day}")


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def runtime(stage: Stage) -> Runtime:
    return Runtime(terminal_of(factory()), stage, lambda: stage.now)


def world(stage: Stage) -> World:
    return World(
        voice=stage,
        keeper=stage,
        paper=stage,
        status=stage,
        make_code=lambda: CODE,
        recorder=stage,
        route=stage.route,
        keep_keys=stage.keep_keys,
    )


def carried_out(runtime: Runtime, stage: Stage, *effects: Effect) -> list[str]:
    stage.log.clear()
    runtime._carry_out_all(effects)
    return stage.log


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


def test_what_was_pressed_before_there_was_a_loop_is_answered_without_the_start_screen(
    stage: Stage,
) -> None:
    held = [Tapped("flow:melding", at=1.0), Tapped("choice:verlichting", at=2.0)]
    runtime = Runtime(terminal_of(factory()), stage, lambda: stage.now, held=held)
    shown = [line for line in stage.log if line.startswith("show")]
    assert list(dict.fromkeys(shown)) == ["show melding.wat", "show melding.welke"]
    stage.log.clear()
    runtime.furnish(world(stage))
    assert f"say {runtime.view.say[0].text}" in stage.log


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


class Remembering(Plain):
    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def forget(self) -> None:
        self._stage.forget()


def test_the_end_of_a_visit_is_forgotten_by_voice_paper_recorder_screen_and_arrangement(
    stage: Stage,
) -> None:
    terminal = replace(terminal_of(factory()), arrangement=Remembering(stage))
    runtime = Runtime(terminal, stage, lambda: stage.now)
    runtime.furnish(world(stage))
    press(runtime, stage, "flow:melding", "stop", "stop:yes")
    assert stage.log.count("forget") == 5
    assert runtime.view.screen == "start"


def test_recording_listening_and_throwing_away_reach_the_recorder_and_the_one_voice(
    runtime: Runtime, stage: Stage
) -> None:
    runtime.furnish(world(stage))
    done = carried_out(
        runtime,
        stage,
        *(Hush(), Record("vertel", 60), StopRecording(), Play("vertel"), Discard("vertel")),
    )
    volume = runtime.session.settings.volume
    assert done == [
        *("hush", "record vertel 60", "stop"),
        f"play sound of vertel at {volume}",
        "discard vertel",
    ]


def test_a_kiosk_without_a_microphone_answers_that_it_cannot_record(
    runtime: Runtime, stage: Stage
) -> None:
    runtime.furnish(replace(world(stage), recorder=None))
    done = carried_out(
        runtime, stage, Record("vertel", 60), StopRecording(), Play("vertel"), Discard("vertel")
    )
    assert done == [f"handled {RecordingFailed.__name__}"]


def test_speech_changes_to_the_headphones_before_it_begins_anew(
    runtime: Runtime, stage: Stage
) -> None:
    runtime.furnish(world(stage))
    press(runtime, stage, "flow:melding")
    stage.log.clear()
    runtime.handle(Plugged("headphones", present=True))
    assert [line.split()[0] for line in stage.log[:3]] == ["hush", "route", "say"]


def test_learned_keys_are_kept_and_the_answer_says_whether_that_went_well(
    runtime: Runtime, stage: Stage
) -> None:
    runtime.furnish(world(stage))
    done = carried_out(runtime, stage, KeepKeys((("select", 13),)))
    assert done == ["keys [('select', 13)]", "handled KeysKept"]


def test_a_submission_is_kept_with_the_sound_of_its_recordings(
    runtime: Runtime, stage: Stage
) -> None:
    runtime.furnish(world(stage))
    press(runtime, stage, "flow:melding", "choice:verlichting", "choice:lamp-uit", "choice:hier")
    press(runtime, stage, "next", "choice:geen", "send")
    (submission,) = stage.submissions
    spoken = submission.model_copy(update={"recordings": (Recording(step="vertel", seconds=3),)})
    assert "keep {'vertel': b'RIFF'}" in carried_out(runtime, stage, Save(spoken))


@pytest.mark.parametrize(
    ("what", "ticks"),
    [
        ({}, 1),
        ({"scan": Scan()}, 10),
        ({"take": Take("vertel", "recording")}, 10),
        ({"take": Take("vertel", "done")}, 1),
    ],
)
def test_time_passes_ten_times_a_second_while_scanning_or_recording(
    runtime: Runtime, stage: Stage, what: dict[str, Any], ticks: int, monkeypatch: Any
) -> None:
    runtime.furnish(world(stage))
    runtime.session = replace(runtime.session, **what)
    told: list[AnyEvent] = []
    monkeypatch.setattr(runtime, "handle", told.append)
    for _ in range(100):
        stage.now += 0.01 + 1e-9
        runtime.turn()
    assert told.count(TimePassed(at=told[0].at)) == 1
    assert len(told) == ticks


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
