"""What the libraries that read our files say of a mistake, as sentences that can be translated.

Their words stay exactly as they are. Where they are among these, it is known which part of them is
a name or a number; what is not known here is said as the library says it.

    said_by(PYDANTIC, "input should be less than or equal to 600")
        .template       input should be less than or equal to {most}
        .values         {"most": "600"}
"""

import re
from collections.abc import Sequence
from functools import cache

from kiosk.core.sentences import Sentence, sentence, template

YAML = (
    template("could not find expected ':'"),
    template("did not find expected key"),
    template("did not find expected '-' indicator"),
    template("mapping values are not allowed in this context"),
    template("mapping keys are not allowed in this context"),
    template("block sequence entries are not allowed in this context"),
    template("did not find expected ',' or '}'"),
    template("did not find expected ',' or ']'"),
    template("found character that cannot start any token"),
    template("did not find expected <document start>"),
    template("did not find expected node content"),
    template("found unexpected end of stream"),
    template("found unexpected document indicator"),
    template("did not find expected alphabetic or numeric character"),
    template("found undefined alias"),
    template("found duplicate anchor; first occurrence"),
    template("second occurrence"),
    template("did not find expected comment or line break"),
    template("did not find expected whitespace or line break"),
    template("found unknown escape character"),
    template("did not find expected hexdecimal number"),
    template("found invalid Unicode character escape code"),
    template("found unexpected ':'"),
    template("found a tab character that violates indentation"),
    template("found a tab character where an indentation space is expected"),
    template("found an indentation indicator equal to 0"),
    template("could not find expected directive name"),
    template("found unknown directive name"),
    template("found unexpected non-alphabetical character"),
    template("did not find expected digit or '.' character"),
    template("did not find expected version number"),
    template("found incompatible YAML document"),
    template("found duplicate %YAML directive"),
    template("found duplicate %TAG directive"),
    template("did not find expected whitespace"),
    template("did not find expected '!'"),
    template("did not find expected tag URI"),
    template("did not find the expected '>'"),
    template("found undefined tag handle"),
    template("could not determine a constructor for the tag {tag}"),
    template("but found another document"),
    template("found unhashable key"),
    template("found unconstructable recursive node"),
    template("expected a mapping for merging, but found {kind}"),
    template("expected a mapping or list of mappings for merging, but found {kind}"),
)
"""libyaml and PyYAML: `problem` of a MarkedYAMLError."""

PYDANTIC = (
    template("input should be a valid string"),
    template("input should be a valid boolean"),
    template("input should be a valid boolean, unable to interpret input"),
    template("input should be a valid integer"),
    template("input should be a valid integer, unable to parse string as an integer"),
    template("input should be a valid integer, got a number with a fractional part"),
    template("unable to parse input string as an integer, exceeded maximum size"),
    template("input should be a valid number"),
    template("input should be a valid number, unable to parse string as a number"),
    template("input should be a finite number"),
    template("input should be greater than or equal to {least}"),
    template("input should be less than or equal to {most}"),
    template("input should be a valid date"),
    template("input should be a valid date in the format YYYY-MM-DD, {error}"),
    template("input should be a valid date or datetime, {error}"),
    template("input is too short"),
    template("month value is outside expected range of 1-12"),
    template("day value is outside expected range"),
    template("dates after 9999 are not supported as unix timestamps"),
    template("NaN values not permitted"),
    template("datetimes provided to dates should have zero time - e.g. be exact dates"),
    template("string should have at least 1 character"),
    template("string should have at most {most} characters"),
    template("tuple should have at least 1 item after validation, not {count}"),
    template("tuple should have at most {most} items after validation, not {count}"),
    template("input should be a dictionary or an instance of {kind}"),
    template("keys should be strings"),
)
"""Messages about the models of a bundle, each with a small letter in front."""

FLUENT = (
    template("Unknown external: {name}"),
    template("Unknown message: {name}"),
    template("Unknown term: {name}"),
    template("Unknown attribute: {name}"),
    template("Unknown function: {name}"),
    template("Cyclic reference"),
)
"""Why a message cannot be made."""


def said_by(known: Sequence[str], words: str) -> Sentence:
    for each in known:
        if found := _pattern(each).fullmatch(words):
            values = {
                name: sentence(value) if value in known else value
                for name, value in found.groupdict().items()
            }
            return Sentence(each, values)
    return sentence(words)


@cache
def _pattern(known: str) -> re.Pattern[str]:
    named = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(known))
    return re.compile(named, re.DOTALL)
