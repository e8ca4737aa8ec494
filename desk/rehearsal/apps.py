"""Trials end when who began them logs out."""

from typing import Any

from django.apps import AppConfig


class RehearsalConfig(AppConfig):
    name = "desk.rehearsal"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_out  # noqa: PLC0415 - after the models

        user_logged_out.connect(_end_trials, dispatch_uid="desk.rehearsal")


def _end_trials(user: Any, **_kwargs: Any) -> None:
    from desk.rehearsal.trials import end_all_of  # noqa: PLC0415 - reads bundles: no command does

    if user is not None:
        end_all_of(user)
