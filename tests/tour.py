"""`make tour`: a picture of every screen, with what is said there, and every receipt on both
widths of paper; `index.html` to leaf through them.

Pictures: each language and text size in the first theme on the usual panel; each theme in
the first language; some screens on every other panel. They are half as large as a kiosk's.
Faults are looked for on far more: every screen and page, in each language and text size,
on every panel, standing and lying. One fault, and the tour fails.
"""

import html
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from kiosk.core.paper import leaflet_of, receipt_of
from kiosk.core.receipt import Receipt
from kiosk.core.session import Session
from kiosk.core.view import View
from printers.escpos_bytes import picture
from printers.layout import render
from printers.profiles import DOTS
from screens.gallery import Gallery as Pictures
from screens.problems import problems
from tests.core.visit import factory, terminal_of
from tests.crawl import crawl
from tests.panels import (
    LOW,
    PANELS,
    USUAL,
    dressed,
    engine,
    layout_of,
    pages_of,
    terminal_on,
)

OUT = Path("var/tour")
SOME = (
    *("start", "melding.wat", "melding.welke", "melding.waar", "melding.postcode"),
    *("melding.vertel", "melding.check", "melding.thanks", "geldhulp.advice"),
    *("status.report", "status.solved", "status.not-solved", "status.told", "status.not-told"),
    *("sight", "sound", "help", "record.busy", "stop"),
)
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Zuil: every screen</title>
<style>body{{font:16px/1.4 sans-serif;background:#F6F2EA;color:#1C2230;margin:2rem}}
section{{display:flex;flex-wrap:wrap;gap:1.5rem}}figure{{margin:0;width:18rem}}
figure.wide{{width:32rem}}nav a{{margin-right:1rem;white-space:nowrap}}
img{{width:100%;border:1px solid #D9D2C5;background:#fff}}figcaption{{font-size:.85rem}}
.wrong{{color:#A01010;font-weight:bold}}</style><h1>Every screen</h1><nav>{nav}</nav>
{body}</html>"""
Section = tuple[str, list[str]]


@dataclass(frozen=True, slots=True)
class Gallery:
    """Pictures under one heading: some screens, or all, in one look on one panel."""

    title: str
    language: str
    panel: str = USUAL
    size: int = 0
    theme: str = ""
    some: tuple[str, ...] = ()


@cache
def screens(language: str) -> dict[str, Session]:
    return crawl(language)


def main() -> int:
    languages, themes = factory().texts.languages, tuple(factory().themes)
    for language in languages:
        screens(language)  # once, before there are more processes
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        faults = [line for lines in pool.map(faults_on, PANELS) for line in lines]
        sections = list(pool.map(drawn, galleries(languages, themes)))
    sections.append(("receipts", receipts()))
    write(sections, faults)
    count = sum(len(figures) for _, figures in sections)
    sys.stdout.write(f"{count} pictures, {len(faults)} faults: {OUT / 'index.html'}\n")
    sys.stdout.writelines(f"{line}\n" for line in faults[:40])
    return 1 if faults else 0


def galleries(languages: tuple[str, ...], themes: tuple[str, ...]) -> list[Gallery]:
    """What is drawn; faults are looked for on far more."""
    first, normal = languages[0], themes[0]
    return [
        *(
            Gallery(f"{language}, size {size}", language, size=size, theme=normal)
            for language in languages
            for size in range(4)
        ),
        *(Gallery(theme, first, theme=theme) for theme in themes[1:]),
        *(
            Gallery(f"{name}, size {size}", first, name, size, normal, SOME)
            for name in PANELS
            if name != USUAL
            for size in (0, 3)
        ),
    ]


def faults_on(panel: str) -> list[str]:
    """Layouts only, without pictures: all languages, sizes and pages on one panel."""
    terminal = terminal_on(panel)
    found = []
    for language in factory().texts.languages:
        for size in range(4):
            for screen, session in screens(language).items():
                for view in pages_of(terminal, dressed(session, size, low=panel in LOW)):
                    place = f"{panel}, {language}, size {size}: {screen} {view.page}"
                    faults = problems(layout_of(terminal, view))
                    found += [f"{place}: {fault}" for fault in faults]
            terminal.arrangement.forget()
    return found


def drawn(gallery: Gallery) -> Section:
    """All pages of its screens, drawn on a kiosk's pixels and kept on half of them."""
    folder = OUT / gallery.title.replace(", ", "-").replace(" ", "-")
    folder.mkdir(parents=True, exist_ok=True)
    terminal = terminal_on(gallery.panel)
    pictures, palette = Pictures(engine()), factory().themes[gallery.theme]
    figures = []
    for name, session in screens(gallery.language).items():
        if gallery.some and name not in gallery.some:
            continue
        look = dressed(session, gallery.size, gallery.theme, low=gallery.panel in LOW)
        for view in pages_of(terminal, look):
            found = layout_of(terminal, view)
            page = "" if view.page[1] == 1 else f", page {view.page[0]}"
            path = folder / f"{name}{page.replace(', page ', '-page')}.png"
            path.write_bytes(pictures.png(found, palette, view.focused))
            path.with_suffix(".txt").write_text(view.spoken + "\n", encoding="utf-8")
            wide = found.panel.width_px > found.panel.height_px
            figures.append(figure(path, name + page, view, problems(found), wide=wide))
    terminal.arrangement.forget()
    return gallery.title, figures


def figure(
    path: Path, name: str, view: View, faults: tuple[str, ...], *, wide: bool = False
) -> str:
    source = html.escape(str(path.relative_to(OUT)))
    said = html.escape(view.spoken)
    bad = "".join(f'<p class="wrong">{html.escape(fault)}</p>' for fault in faults)
    return (
        f'<figure class="{"wide" if wide else ""}"><img src="{source}" alt="" loading="lazy">'
        f"<figcaption><b>{html.escape(name)}</b><br>{said}{bad}</figcaption></figure>"
    )


def write(sections: list[tuple[str, list[str]]], faults: list[str]) -> None:
    """The page to leaf through: what is wrong first, then section by section."""
    nav = " ".join(
        f'<a href="#{html.escape(title)}">{html.escape(title)}</a>' for title, _ in sections
    )
    kinds = Counter(line.split(":")[0] for line in faults)
    wrong = "".join(
        f'<p class="wrong">{html.escape(f"{kind}: {n}")}</p>' for kind, n in kinds.items()
    )
    body = "".join(
        f'<h2 id="{html.escape(title)}">{html.escape(title)}</h2>'
        f"<section>{''.join(figures)}</section>"
        for title, figures in sections
    )
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "faults.txt").write_text("".join(f"{line}\n" for line in faults), encoding="utf-8")
    (OUT / "index.html").write_text(PAGE.format(nav=nav, body=wrong + body), encoding="utf-8")


def receipts() -> list[str]:
    folder = OUT / "receipts"
    folder.mkdir(parents=True, exist_ok=True)
    figures = []
    for (name, language), receipt in every_receipt().items():
        for width, dots in DOTS.items():
            path = folder / f"{name}-{language}-{width}.png"
            picture(render(receipt, dots, engine())).save(path)
            source = html.escape(str(path.relative_to(OUT)))
            figures.append(
                f'<figure><img src="{source}" alt="" loading="lazy">'
                f"<figcaption>{html.escape(path.stem)} mm</figcaption></figure>"
            )
    return figures


def every_receipt() -> dict[tuple[str, str], Receipt]:
    """The first receipt of each flow in each language."""
    terminal = terminal_of(factory())
    found: dict[tuple[str, str], Receipt] = {}
    for language in factory().texts.languages:
        for session in screens(language).values():
            if session.place == "thanks" and session.submission is not None:
                paper = receipt_of(terminal, session, session.submission)
            elif session.place == "leaflet":
                paper = leaflet_of(terminal, session)
            else:
                continue
            found.setdefault((f"{session.flow}-{session.place}", language), paper)
    return found


if __name__ == "__main__":
    sys.exit(main())
