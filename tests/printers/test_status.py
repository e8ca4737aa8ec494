"""What a printer says, byte by byte, against the tables of the ESC/POS reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printers.status import Answer, Confirmed, Listener, Report, Status


@pytest.mark.parametrize(
    ("question", "byte", "expected"),
    [
        (1, 0x12, Status.READY),
        (1, 0x16, Status.READY),  # drawer pin high
        (1, 0x1A, Status.OFFLINE),
        (2, 0x12, Status.READY),
        (2, 0x16, Status.COVER_OPEN),
        (2, 0x32, Status.NO_PAPER),
        (2, 0x36, Status.COVER_OPEN),
        (2, 0x52, Status.FAULT),
        (2, 0x1A, Status.READY),  # somebody holds the feed button
        (3, 0x12, Status.READY),
        (3, 0x1A, Status.FAULT),
        (3, 0x32, Status.FAULT),
        (3, 0x52, Status.FAULT),
        (4, 0x12, Status.READY),
        (4, 0x1E, Status.PAPER_LOW),
        (4, 0x72, Status.NO_PAPER),
        (4, 0x7E, Status.NO_PAPER),
    ],
)
def test_each_bit_of_an_answer_means_what_the_reference_says(
    question: int, byte: int, expected: Status
) -> None:
    assert list(Listener().hear(bytes([byte]))) == [Answer(byte)]
    assert Answer(byte).about(question) == expected


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("10 00 00 0f", Status.READY),
        ("18 00 00 0f", Status.OFFLINE),
        ("38 00 0c 0f", Status.COVER_OPEN),
        ("18 00 0c 0f", Status.NO_PAPER),
        ("10 00 03 0f", Status.PAPER_LOW),
        ("18 08 00 0f", Status.FAULT),
    ],
)
def test_a_printer_that_reports_by_itself_is_understood(report: str, expected: Status) -> None:
    assert list(Listener().hear(bytes.fromhex(report))) == [Report(expected)]


def test_answers_reports_and_confirmations_are_told_apart_in_one_stream() -> None:
    heard = list(Listener().hear(bytes.fromhex("12 11 10 00 00 0f 00 ff 72")))
    assert heard == [Answer(0x12), Report(Status.READY), Confirmed(), Answer(0x72)]


@given(st.binary(), st.integers(0, 40))
def test_whatever_comes_in_and_however_it_is_cut_the_same_is_heard(data: bytes, cut: int) -> None:
    listener = Listener()
    in_two = [*listener.hear(data[:cut]), *listener.hear(data[cut:])]
    assert in_two == list(Listener().hear(data))


def test_only_a_printer_that_is_ready_or_low_on_paper_prints() -> None:
    printing = {status for status in Status if status.problem is None}
    assert printing == {Status.READY, Status.PAPER_LOW}
