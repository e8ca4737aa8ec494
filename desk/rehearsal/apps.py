"""Trials end when who began them logs out."""

from django.apps import AppConfig


class RehearsalConfig(AppConfig):
    name = "desk.rehearsal"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_out  # noqa: PLC0415 - after the models

        from desk.rehearsal.trials import end_at_logout  # noqa: PLC0415

        user_logged_out.connect(end_at_logout, dispatch_uid="desk.rehearsal")
