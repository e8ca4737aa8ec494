"""`make tour`: a picture of every screen in every language, theme and text size, with what
is said there, and every receipt on both widths of paper; `index.html` to leaf through them.
"""

import html
import sys
from dataclasses import replace
from pathlib import Path

from kiosk.core.paper import leaflet_of, receipt_of
from kiosk.core.receipt import Receipt
from kiosk.core.session import Session
from kiosk.core.show import show
from kiosk.core.view import View
from printers.escpos_bytes import picture
from printers.layout import render
from printers.profiles import DOTS
from screens.problems import problems
from screens.text import TextEngine
from screens.window import Window
from tests.core.visit import factory, terminal_of
from tests.crawl import crawl

OUT = Path("var/tour")
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Zuil: every screen</title>
<style>body{{font:16px/1.4 sans-serif;background:#F6F2EA;color:#1C2230;margin:2rem}}
section{{display:flex;flex-wrap:wrap;gap:1.5rem}}figure{{margin:0;width:18rem}}
img{{width:100%;border:1px solid #D9D2C5;background:#fff}}figcaption{{font-size:.85rem}}
.wrong{{color:#A01010;font-weight:bold}}</style><h1>Every screen</h1>{nav}{body}</html>"""


def main() -> int:
    bundle = factory()
    terminal = terminal_of(bundle)
    engine = TextEngine()
    window = Window("headless", bundle.themes, engine, size_px=(1080, 1920), panel_width_mm=268)
    sections, wrong = [], 0
    for language in bundle.texts.languages:
        screens = crawl(language)
        for theme in bundle.themes:
            for size in range(terminal.text_sizes):
                folder = OUT / f"{language}-{theme}-{size}"
                folder.mkdir(parents=True, exist_ok=True)
                figures = []
                for name, session in screens.items():
                    view = show(terminal, dressed(session, theme, size))
                    window.show(view)
                    (folder / f"{name}.png").write_bytes(window.picture())
                    (folder / f"{name}.txt").write_text(view.spoken + "\n", encoding="utf-8")
                    faults = problems(window.layout)
                    wrong += len(faults)
                    figures.append(figure(folder / f"{name}.png", name, view, faults))
                sections.append((folder.name, figures))
    sections.append(("receipts", receipts(engine)))
    nav = " · ".join(f'<a href="#{name}">{name}</a>' for name, _ in sections)
    body = "".join(
        f'<h2 id="{name}">{name}</h2><section>{"".join(figures)}</section>'
        for name, figures in sections
    )
    (OUT / "index.html").write_text(PAGE.format(nav=nav, body=body), encoding="utf-8")
    count = sum(len(figures) for _, figures in sections)
    sys.stdout.write(f"{count} pictures, {wrong} faults: {OUT / 'index.html'}\n")
    return 1 if wrong else 0


def dressed(session: Session, theme: str, size: int) -> Session:
    return replace(session, settings=replace(session.settings, theme=theme, text_size=size))


def figure(path: Path, name: str, view: View, faults: tuple[str, ...]) -> str:
    source = html.escape(str(path.relative_to(OUT)))
    said = html.escape(view.spoken)
    bad = "".join(f'<p class="wrong">{html.escape(fault)}</p>' for fault in faults)
    return (
        f'<figure><img src="{source}" alt="" loading="lazy"><figcaption><b>{html.escape(name)}'
        f"</b><br>{said}{bad}</figcaption></figure>"
    )


def receipts(engine: TextEngine) -> list[str]:
    folder = OUT / "receipts"
    folder.mkdir(parents=True, exist_ok=True)
    figures = []
    for (name, language), receipt in every_receipt().items():
        for width, dots in DOTS.items():
            path = folder / f"{name}-{language}-{width}.png"
            picture(render(receipt, dots, engine)).save(path)
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
        for session in crawl(language).values():
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
