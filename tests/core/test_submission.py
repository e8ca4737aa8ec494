"""What goes to the desk is refused when it is wrong, without repeating what a visitor said."""

import pytest
from pydantic import ValidationError

from kiosk.core.submission import MOST_DATA, Contact, Recording, Submission


def test_an_error_does_not_repeat_what_the_visitor_said() -> None:
    with pytest.raises(ValidationError) as caught:
        Submission.model_validate({"id": "x", "code": "0612345678", "words": "geheim"})
    assert "0612345678" not in str(caught.value)
    assert "geheim" not in str(caught.value)
    with pytest.raises(ValidationError) as caught:
        Contact.model_validate({"channel": "0612345678"})
    assert "0612345678" not in str(caught.value)


def test_a_recording_has_a_bounded_size_and_an_error_does_not_repeat_its_sound() -> None:
    minute = 44 + 60 * 22050 * 2
    assert len(Recording(step="vertel", seconds=60, data="A" * (minute * 4 // 3 + 4)).data)
    for wrong in ({"data": "geheim" * MOST_DATA}, {"seconds": 100_000}, {"seconds": -1}):
        with pytest.raises(ValidationError) as caught:
            Recording.model_validate({"step": "vertel", "seconds": 5, **wrong})
        assert "geheim" not in str(caught.value)


def test_a_submission_of_a_kiosk_that_knows_no_recordings_is_still_read() -> None:
    words = {"id": "5f9c1c1e-6f0c-4c1b-9b1b-3f2d8f6f2c11", "code": "482173905569"}
    rest = dict.fromkeys(("kiosk", "bundle", "flow", "title", "language", "made_at"), "x")
    assert Submission.model_validate({**words, **rest}).recordings == ()
