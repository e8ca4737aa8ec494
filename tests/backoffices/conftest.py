"""What tests of hand-overs share with those of the desk: a desk inside the test, submissions."""

from tests.desk.conftest import new_desk, own_state, running_desk, staff, take_in

__all__ = ["new_desk", "own_state", "running_desk", "staff", "take_in"]
