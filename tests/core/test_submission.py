"""What goes to the desk is refused when it is wrong, without repeating what a visitor said."""

import pytest
from pydantic import ValidationError

from kiosk.core.submission import Contact, Submission


def test_an_error_does_not_repeat_what_the_visitor_said() -> None:
    with pytest.raises(ValidationError) as caught:
        Submission.model_validate({"id": "x", "code": "0612345678", "words": "geheim"})
    assert "0612345678" not in str(caught.value)
    assert "geheim" not in str(caught.value)
    with pytest.raises(ValidationError) as caught:
        Contact.model_validate({"channel": "0612345678"})
    assert "0612345678" not in str(caught.value)
