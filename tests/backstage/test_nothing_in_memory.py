"""After a visit nothing of it is left in memory: not a word, not a sound, in no form (A21).

A kiosk of its real parts is visited by somebody who tells everything; then all that Python
can still reach in this process is searched. Each visit is searched before its end too, so
that we know that what we look for can be found.
"""

import time
from dataclasses import fields, replace

import pygame
import pytest

from kiosk.core.events import KeyPressed, TimePassed
from kiosk.core.session import fresh
from tests.backstage.alone import alone
from tests.backstage.memory import gathered
from tests.backstage.teller import Teller
from tests.backstage.whole_kiosk import Machine

TOLD = {"words", "arabic words", "name", "email", "phone", "code"}
HEARD = {"sound of the words"}
SAID = {"message"}
GONE_WITHIN_S = 60
"""Only a run that fails waits as long as this."""


def told(visitor: Teller) -> set[str]:
    return visitor.found_in(gathered())


def nothing_is_left_of(visitor: Teller, machine: Machine) -> None:
    """What was under way in another thread may end first."""
    deadline = time.monotonic() + GONE_WITHIN_S
    while found := told(visitor):
        assert time.monotonic() < deadline, "\n".join(visitor.traces() or sorted(found))
        machine.runtime.turn()


def nobody_has_been_here(visitor: Teller, machine: Machine) -> None:
    """Nothing in memory, in what the loudspeaker has, on the screen, or drawn for paper."""
    nothing_is_left_of(visitor, machine)
    channels = range(pygame.mixer.get_num_channels())
    assert all(pygame.mixer.Channel(number).get_sound() is None for number in channels)
    machine.until(lambda: machine.lines <= machine.first_lines)
    assert machine.screen == "start"
    assert machine.pixels == machine.first_pixels


def say_it(machine: Machine) -> None:
    """Record a message, hear it back, and keep it."""
    machine.tap("record", "record:start")
    listen_until_something_is_said(machine)
    machine.tap("record:stop")
    machine.until(lambda: machine.screen == "record.done")
    machine.tap("record:listen")
    machine.until(machine.player.busy)


def listen_until_something_is_said(machine: Machine) -> None:
    def is_heard() -> bool:
        take = machine.runtime.session.take
        return take is not None and take.level > 0

    machine.until(is_heard)


def to_the_words(machine: Machine) -> None:
    machine.tap("flow:melding", "choice:verlichting", "choice:lamp-kapot", "choice:hier")
    machine.type_in("words")


def to_the_check_page(machine: Machine) -> None:
    """Tells everything, in two languages and four sizes, in every way, and hears it all."""
    to_the_words(machine)
    machine.tap("language", "language:ar", "larger")
    machine.type_in("arabic words")
    machine.tap("larger", "larger", "larger")
    say_it(machine)
    machine.tap("record:keep", "choice:brief")
    machine.type_in("name")
    machine.tap("next", "back", "back", "choice:mail")
    machine.type_in("email")
    machine.tap("next", "back", "back", "choice:bellen")
    machine.type_in("phone")
    machine.tap("next", "language", "language:nl", "repeat")
    assert machine.screen == "melding.check"
    machine.ask("GET", "/screen.png")
    assert told(machine.visitor) == TOLD | HEARD | SAID


def send(machine: Machine) -> None:
    machine.tap("send")
    machine.until(lambda: machine.screen == "melding.thanks")
    machine.skipped_s += 2  # 'ready' is deaf for a moment


@alone
def test_nothing_of_a_visit_that_was_sent(machine: Machine) -> None:
    machine.welcome(Teller(801))
    to_the_check_page(machine)
    send(machine)
    machine.until(lambda: machine.runtime.session.paper == "printed")
    machine.tap("hear" if machine.runtime.view.target("hear") else "repeat", "done")
    nobody_has_been_here(machine.visitor, machine)
    (row,) = machine.outbox.due()
    envelope = machine.outbox.sealed(row)
    assert envelope
    assert machine.visitor.found_in(envelope) == set()
    on_disk = b"".join(file.read_bytes() for file in machine.folder.rglob("*") if file.is_file())
    assert machine.visitor.found_in(on_disk) == set()


@pytest.mark.soak  # each in an interpreter of its own
@alone
def test_nothing_of_a_visit_that_was_stopped(machine: Machine) -> None:
    machine.welcome(Teller(802))
    to_the_check_page(machine)
    machine.tap("stop", "stop:yes")
    nobody_has_been_here(machine.visitor, machine)


@pytest.mark.soak  # each in an interpreter of its own
@alone
def test_nothing_of_a_visit_that_was_left_alone_in_another_language(machine: Machine) -> None:
    machine.welcome(Teller(803))
    to_the_check_page(machine)
    machine.tap("larger", "language", "language:ar", "sight", "theme:contrast-dark")
    machine.nobody_presses_anything()
    nobody_has_been_here(machine.visitor, machine)


@pytest.mark.soak  # each in an interpreter of its own
@alone
def test_no_setting_of_a_visit_that_was_left_alone_with_a_screen_that_is_off(
    machine: Machine,
) -> None:
    machine.runtime.handle(KeyPressed("switch", at=machine.clock()))
    machine.tap("language", "language:uk", "larger", "sight", "theme:contrast-dark", "motion")
    machine.tap("low", "close", "sound", "louder", "faster", "scan-faster", "explore")
    machine.tap("blank", "blank")  # the first tap only says what it is
    changed = machine.runtime.session.settings
    machine.nobody_presses_anything()
    session = machine.runtime.session
    usual = fresh(machine.terminal, session.visit, session.hardware)
    assert session == usual
    different = [one.name for one in fields(changed) if one.name != "speech"]
    assert all(getattr(changed, name) != getattr(usual.settings, name) for name in different)
    nobody_has_been_here(machine.visitor, machine)


@pytest.mark.soak  # each in an interpreter of its own
@alone
def test_nothing_of_what_was_said_last_by_a_voice_that_was_turned_off(machine: Machine) -> None:
    machine.welcome(Teller(804))
    machine.tap("sound", "speech", "close")
    to_the_words(machine)
    assert told(machine.visitor) >= {"words"} | HEARD
    machine.tap("stop", "stop:yes")
    nobody_has_been_here(machine.visitor, machine)


@pytest.mark.soak  # each in an interpreter of its own
@alone
def test_nothing_of_a_sentence_that_was_being_made_when_the_visit_ended(machine: Machine) -> None:
    machine.welcome(Teller(805))
    machine.tap("flow:melding", "choice:verlichting", "choice:lamp-kapot", "choice:hier")
    machine.voice.gate.close()
    machine.type_in("words")
    machine.tap("stop", "stop:yes")
    assert machine.voice.gate.waiting == 1
    assert told(machine.visitor) >= {"words"} | HEARD
    machine.voice.gate.open()
    nobody_has_been_here(machine.visitor, machine)


@pytest.mark.soak  # each in an interpreter of its own
@alone
def test_nothing_of_a_message_that_was_being_recorded_when_the_visit_ended(
    machine: Machine,
) -> None:
    machine.welcome(Teller(806))
    to_the_words(machine)
    machine.tap("record", "record:start")
    listen_until_something_is_said(machine)
    assert told(machine.visitor) >= {"words"} | SAID
    ends(machine)
    nobody_has_been_here(machine.visitor, machine)


@pytest.mark.soak  # each in an interpreter of its own
@alone
def test_nothing_of_a_message_that_was_being_played_when_the_visit_ended(machine: Machine) -> None:
    machine.welcome(Teller(807))
    to_the_words(machine)
    machine.tap("sound", "speech", "close")
    say_it(machine)
    assert told(machine.visitor) >= {"words"} | SAID
    ends(machine)
    nobody_has_been_here(machine.visitor, machine)


def ends(machine: Machine) -> None:
    """At once, with whatever is under way: two looks at the clock, far apart."""
    now = machine.clock()
    for later_s in (0, machine.terminal.limits.idle_s, 2 * machine.terminal.limits.idle_s):
        machine.runtime.handle(TimePassed(at=now + later_s))


@pytest.mark.soak  # each in an interpreter of its own
@alone
def test_nothing_of_a_receipt_that_was_being_printed_when_the_visit_ended(
    machine: Machine,
) -> None:
    machine.welcome(Teller(808))
    to_the_words(machine)
    machine.tap("next", "choice:geen")
    machine.printing.close()
    send(machine)
    machine.until(lambda: machine.printing.waiting)
    machine.tap("done")
    machine.printing.open()
    nobody_has_been_here(machine.visitor, machine)


@pytest.mark.soak  # each in an interpreter of its own
@alone
def test_no_picture_of_a_screen_that_was_gone_before_it_was_packed(machine: Machine) -> None:
    mirror = machine.glass._mirror
    assert mirror is not None
    view, layout = machine.runtime.view, machine.glass._window.layout

    def packed() -> bytes:
        machine.glass.show(replace(view, text_size=view.text_size + 1))
        return machine.visitor.tells("words").encode()

    mirror.publish(view, layout, packed)
    mirror.picture()
    assert told(machine.visitor) == set()


@pytest.mark.soak  # each in an interpreter of its own
@alone
def test_nothing_of_the_visitor_before_in_the_visit_of_the_next(machine: Machine) -> None:
    first, second = Teller(809), Teller(810)
    machine.welcome(first)
    to_the_words(machine)
    machine.tap("stop", "stop:yes")
    machine.welcome(second)
    to_the_words(machine)
    nothing_is_left_of(first, machine)
    assert told(second) == {"words", "code"} | HEARD


@pytest.mark.soak  # each in an interpreter of its own
@alone
def test_nothing_of_a_code_that_was_looked_up(machine: Machine) -> None:
    machine.welcome(Teller(811))
    machine.tap("flow:status")
    machine.type_in("code of another day")
    assert "code of another day" in told(machine.visitor)
    machine.tap("next")
    machine.until(lambda: machine.runtime.session.place != "looking")
    machine.tap("stop", "stop:yes")
    nobody_has_been_here(machine.visitor, machine)


@pytest.mark.soak  # each in an interpreter of its own
@alone
def test_nothing_of_a_report_that_was_not_solved(machine: Machine) -> None:
    machine.desk.knows = True
    machine.welcome(Teller(812))
    machine.tap("flow:status")
    machine.type_in("code of another day")
    machine.tap("next")
    machine.until(lambda: machine.screen == "status.report")
    machine.tap("next", "solved:no", "tell")
    machine.until(lambda: machine.screen == "status.told")
    assert "code of another day" in told(machine.visitor)
    machine.skipped_s += 2
    machine.tap("done")
    nobody_has_been_here(machine.visitor, machine)
