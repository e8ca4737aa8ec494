"""Drafts that are wrong on purpose: the factory bundle with one thing changed in it."""

import re
import shutil
from pathlib import Path

from config.bundle import FACTORY

LONG = "Hottentottententententoonstellingsterreinbeheerdersvereniging"


def copied(folder: Path) -> Path:
    shutil.copytree(FACTORY, folder)
    return folder


def small(folder: Path) -> Path:
    """One form to send, one to look up, in two languages: quick to walk through."""
    copied(folder)
    for name in ("afspraak", "klacht", "geldhulp", "terugbellen"):
        (folder / "flows" / f"{name}.yaml").unlink()
    front = (folder / "bundle.yaml").read_text(encoding="utf-8")
    front = re.sub(r"(?m)^start: .*$", "start: [melding, status]", front)
    front = re.sub(r"(?m)^languages: .*$", "languages: [nl, en]", front)
    (folder / "bundle.yaml").write_text(front, encoding="utf-8")
    return folder


def replaced(folder: Path, file: str, old: str, new: str) -> int:
    """Replace the first place where `old` stands; its line, counted from 1."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def with_text(folder: Path, file: str, name: str, words: str) -> int:
    """Give a message these words; empty takes it out whole. The line where it stands."""
    text = (folder / file).read_text(encoding="utf-8")
    whole = "" if words else r"(?:    .*\n)*"
    found = re.search(rf"(?m)^{name} =.*\n{whole}", text)
    assert found
    return replaced(folder, file, found[0], f"{name} = {words}\n" if words else "")
