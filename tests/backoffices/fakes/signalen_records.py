"""What Signalen keeps, and how it shows that at its public and its private door."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.backoffices.fakes.drf import host_of, now
from tests.backoffices.fakes.server import Asked
from tests.backoffices.fakes.signalen_rules import CLOSED, STATES

TREE = "/signals/v1/public/terms/categories"


@dataclass
class Category:
    main: str
    slug: str
    name: str
    is_active: bool = True

    @property
    def path(self) -> str:
        return f"{TREE}/{self.main}/sub_categories/{self.slug}"


@dataclass
class Attachment:
    name: str
    content: bytes
    created_at: datetime


@dataclass
class Signal:
    """`content` is what was sent; `said` the same as JSON text, for `times`."""

    id: int
    content: dict[str, Any]
    source: str
    said: str
    state: str = "m"
    status_text: str = ""
    feedback_asked: bool = False
    signal_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    created_at: datetime = field(default_factory=now)
    updated_at: datetime = field(default_factory=now)
    attachments: list[Attachment] = field(default_factory=list)
    history: list[dict[str, Any]] = field(default_factory=list)

    @property
    def id_display(self) -> str:
        return f"SIG-{self.id}"


def public_view(signal: Signal) -> dict[str, Any]:
    state = "CLOSED" if signal.state in CLOSED else "OPEN"
    return {
        "_display": signal.id_display,
        "id": signal.id,
        "id_display": signal.id_display,
        "signal_id": signal.signal_id,
        "status": {"state": state, "state_display": state},
        "created_at": signal.created_at.isoformat(),
        "updated_at": signal.updated_at.isoformat(),
        "incident_date_start": signal.content["incident_date_start"],
        "incident_date_end": signal.content.get("incident_date_end"),
    }


def private_view(asked: Asked, signal: Signal) -> dict[str, Any]:
    location = dict(signal.content["location"])
    if location.get("address"):
        location["extra_properties"] = {"original_address": location["address"]}
        location["bag_validated"] = True
    here = f"{host_of(asked)}/signals/v1/private/signals/{signal.id}"
    return {
        **public_view(signal),
        "_links": {"self": {"href": here}},
        "status": {
            "state": signal.state,
            "state_display": STATES[signal.state],
            "text": signal.status_text,
            "created_at": signal.updated_at.isoformat(),
        },
        "source": signal.source,
        "text": signal.content["text"],
        "text_extra": signal.content.get("text_extra", ""),
        "location": location,
        "category": signal.content["category"],
        "reporter": signal.content["reporter"],
        "extra_properties": signal.content.get("extra_properties"),
        "has_attachments": bool(signal.attachments),
    }


def attached_view(asked: Asked, file: Attachment) -> dict[str, Any]:
    return {
        "_display": "Attachment object",
        "_links": {"self": {"href": f"{host_of(asked)}{asked.path}"}},
        "location": f"{host_of(asked)}/signals/media/attachments/{file.name}",
        "is_image": not file.name.lower().endswith(".pdf"),
        "created_at": file.created_at.isoformat(),
    }


def sub_view(host: str, category: Category) -> dict[str, Any]:
    return {
        "_links": {"self": {"href": host + category.path}},
        "_display": f"{category.name} ({category.main})",
        "name": category.name,
        "slug": category.slug,
        "handling": "A3DMC",
        "departments": [],
        "is_active": category.is_active,
        "description": "",
        "handling_message": "Wij laten u binnen 5 werkdagen weten wat wij hebben gedaan.",
        "questionnaire": None,
        "public_name": category.name,
        "is_public_accessible": False,
    }


def page_view(results: list[dict[str, Any]]) -> dict[str, Any]:
    return {"_links": {"next": {"href": None}}, "count": len(results), "results": results}
