"""A web page that needs nothing else: styles and scripts stand in it, and nothing else may run or be loaded."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from attribution.escape import for_xml


@dataclass(frozen=True, slots=True)
class Figure:
    """A part of a page that somebody else made: harmless markup, and the style and the script that it needs."""

    title: str
    markup: Markup
    style: str = ""
    script: str = ""


def render_template(package: str, name: str, **values: object) -> Markup:
    """Return a packaged template with `values` in it, every text made harmless on its way in.

    Parameters
    ----------
    package, name : where the template lies.
    **values : what it names; a name that is missing is an error.
    """
    return Markup(_environment(package).get_template(name).render(values))


def render_page(title: str, body: Markup, styles: Iterable[str], scripts: Iterable[str]) -> str:
    """Return the page. Its policy names the hashes of its own style and script: no others run, whatever it shows.

    Parameters
    ----------
    title : of the window.
    body : what stands in ``<body>``.
    styles, scripts : our own, never with words of an article in them.
    """
    style, script = "\n".join(styles), "\n".join(scripts)
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(for_xml(title))}</title>",
            f"<style>{style}</style></head>",
            f"<body>{body}",
            f"<script>{script}</script></body></html>\n",
        ]
    )


def frame(page: str, height: int = 600) -> str:
    """Return the page for a notebook: in a frame of its own, so that neither changes the other's looks or data.

    Parameters
    ----------
    page : a whole page.
    height : of the frame, in pixels.
    """
    # Without "allow-same-origin" the page's script cannot reach the notebook.
    return (
        f'<iframe sandbox="allow-scripts" srcdoc="{escape(page)}" width="100%" height="{height}" frameborder="0" '
        'title="Who said what"></iframe>'
    )


@cache
def load_asset(package: str, name: str) -> str:
    """Return a packaged style or script.

    Parameters
    ----------
    package, name : where it lies.
    """
    return files(package).joinpath(name).read_text("utf-8")


@cache
def _environment(package: str) -> Environment:
    return Environment(
        loader=FunctionLoader(lambda name: load_asset(package, name)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_clean,
    )


def _clean(value: object) -> object:
    return for_xml(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _hash(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
