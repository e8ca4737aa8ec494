"""An answer written down as JSON or as XML: the same content in both.

A list is an element with one child for each item, by the names of the specification:

    {"services": [{"service_code": "a"}]}  ->  <services><service><service_code>a</...
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Literal
from xml.etree.ElementTree import Element, SubElement, tostring

from django.http import HttpResponse

Form = Literal["json", "xml"]
Value = str | bool | int | float | None | Mapping[str, "Value"] | Sequence["Value"]
MEDIA_TYPES: Mapping[Form, str] = {"json": "application/json", "xml": "text/xml"}
ITEMS = {
    "attributes": "attribute",
    "endpoints": "endpoint",
    "errors": "error",
    "formats": "format",
    "service_requests": "request",
    "services": "service",
    "values": "value",
}
"""What one of many is called in XML."""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped (2.2)."""


def written(form: Form, name: str, value: Value, status: int = 200) -> HttpResponse:
    """`name` is the outermost element of the XML; JSON has no name there."""
    if form == "json":
        body = json.dumps(value, ensure_ascii=False).encode()
    else:
        root = Element(name)
        _fill(root, value)
        body = tostring(root, encoding="utf-8", xml_declaration=True)
    content_type = f"{MEDIA_TYPES[form]}; charset=utf-8"
    return HttpResponse(body, content_type=content_type, status=status)


def _fill(element: Element, value: Value) -> None:
    match value:
        case None:
            pass
        case bool():
            element.text = str(value).lower()
        case str():
            element.text = _NOT_XML.sub("", value)
        case int() | float():
            element.text = str(value)
        case Mapping():
            for name, each in value.items():
                _fill(SubElement(element, name), each)
        case _:
            for each in value:
                _fill(SubElement(element, ITEMS[element.tag]), each)
