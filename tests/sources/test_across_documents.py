"""The same source in several articles is one; people of one name whom the articles tell apart are two."""

from __future__ import annotations

import pytest
from marked import read_marked

from attribution.sources import resolve_sources

# Articles between "||"; equal keys are one source, different ones different sources.
TOGETHER = [
    "[roe:Jane Roe] said so. || [roe:Jane Roe] denied it.",
    "[roe:Jane Roe] said so. || [roe:Jane Q. Roe] denied it.",
    "[roe:Governor Jane Roe] said so. || [roe:Gov. Roe] denied it.",
    "[roe:Gov. Roe] said so. || [roe:Governor Jane Roe] denied it.",
    "[vale:Oxco chief executive Tom Vale] said so. || [vale:Mr Vale, the chief executive of Oxco,] denied it.",
    "[vale:Tom Vale, a spokesman for Oxco,] said so. || [vale:Oxco spokesman Vale] denied it.",
    "[who:The Workers' Health Organization (WHO)] said so. || [who:The Workers' Health Organization] denied it.",
    "[whl:The Workers' Health League (WHL)] said so. || [whl:The WHL] denied it.",
    "[whl:The WHL] said so. || [whl:The Workers' Health League] denied it.",
    "[oxco:Oxco Motors] said so. || [oxco:Oxco] denied it.",
    "[germany:Germany] said so. || [germany:The German government] denied it. || [germany:Berlin] said no more.",
    "[kremlin:The Kremlin] said so. || [kremlin:The Kremlin] denied it.",
    "[gaz:The Riverton Gazette] said so. || [gaz:The Gazette, Riverton Gazette] denied it.",
    "[roe:Jane Roe, 34,] said so. || [roe:Jane Roe, 35,] denied it.",
    "[roe:Senator Jane Roe] said so. || [roe:The lawmaker Jane Roe] denied it.",
]

APART = [
    "[a:John Baker] said so. || [b:Mark Baker] denied it.",
    "[a:Baker] said so. || [b:Mark Baker] denied it.",
    "[a:John Baker, 34,] said so. || [b:John Baker, 61,] denied it.",
    "[a:John Baker, a farmer from Vale,] said so. || [b:Senator John Baker] denied it.",
    "[a:Tom Vale, a spokesman for Oxco,] said so. || [b:Tom Vale, a goalkeeper,] denied it.",
    "[a:Gov. Roe] said so. || [b:Professor Jane Roe] denied it.",
    "[a:Governor Roe] said so. || [b:Jane Roe] and [c:John Roe] met. [b:Jane Roe] denied it.",
    "[a:An official] said so. || [b:An official] denied it.",
    "[a:Police] said so. || [b:Police] denied it.",
    "[a:The ministry] said so. || [b:The ministry] denied it.",
    "[a:A report by the Roe Society] said so. || [b:A report by the Roe Society] denied it.",
    "[a:Riverton] objected. || [b:Riverton Police] denied it.",
    "[a:The Riverton Council] said so. || [b:The Vale Council] denied it.",
    "[a:The Kremlin] said so. || [b:Russia] denied it.",
    "[a:France] said so. || [b:Germany] denied it.",
    "[x:Oxco Motors] spoke. [a:The army] denied it. || [b:The army] agreed. [x:Oxco Motors] spoke.",
    "[x:Oxco Motors] and [y:Jane Roe] spoke. [a:Residents] denied it. || "
    "[b:Residents] agreed. [x:Oxco Motors] and [y:Jane Roe] spoke.",
    "[a:Alexis Roe] said so, he thought. [a:He] left. || [b:Alexis Roe] said so. [b:She] left.",
]


def _speakers(marked: str) -> list[tuple[str, str]]:
    readings, wanted = [], {}
    for number, article in enumerate(marked.split(" || ")):
        reading, keys = read_marked(article, f"d{number}-")
        readings.append(reading)
        wanted.update(keys)
    speakers = resolve_sources(tuple(readings)).speakers
    return [(key, speakers[id][0]) for id, key in wanted.items()]


@pytest.mark.parametrize("marked", TOGETHER)
def test_one_source(marked: str) -> None:
    assert len({found for _, found in _speakers(marked)}) == 1


@pytest.mark.parametrize("marked", APART)
def test_different_sources(marked: str) -> None:
    pairs = set(_speakers(marked))
    assert len({key for key, _ in pairs}) == len(pairs)
    assert len({found for _, found in pairs}) == len(pairs)


@pytest.mark.parametrize(
    "shared", ["[x:Oxco Motors] spoke. [y:Jane Roe] agreed.", "[v:Colonel Tom Vale, a spokesman for the army,] spoke."]
)
def test_an_institution_is_one_in_articles_on_one_affair(shared: str) -> None:
    pairs = _speakers(f"{shared} [army:The army] denied it. || {shared} [army:The army] said no more.")
    assert len({found for key, found in pairs if key == "army"}) == 1


def test_the_fullest_name_of_all_articles_is_listed() -> None:
    one, _ = read_marked("[x:Gov. Roe] said so.", "a")
    two, _ = read_marked("[x:Governor Jane Q. Roe] denied it.", "b")
    sources = resolve_sources((one, two)).sources
    assert [source.name for source in sources] == ["Jane Q. Roe"]
    assert {mention.document for mention in sources[0].mentions} == {"a", "b"}


def test_three_articles_in_any_order() -> None:
    texts = ["[x:Roe, the governor,] said so.", "[x:Governor Jane Roe] denied it.", "[x:Jane Roe] said no more."]
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
        readings = tuple(read_marked(texts[number], f"{number}")[0] for number in order)
        assert len(resolve_sources(readings).sources) == 1
