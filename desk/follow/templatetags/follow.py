"""`{% say "received-on" day=... %}`: a citizen's words, in the language of the page."""

from typing import Any

from django import template

from desk.follow.texts import Words

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: dict[str, Any], key: str, **values: str | int) -> str:
    words: Words = context["words"]
    return words(key, **values)
