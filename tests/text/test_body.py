"""Pages as they come out of browsers and crawlers, with their articles marked.

In ``pages/*.txt`` each line begins with what it belongs to: ``T`` the title, ``+`` the article, ``-`` the page.
"""

from pathlib import Path

import pytest

from attribution.text import find_paragraphs, make_document

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def read_page(path: Path, end: str = "\n") -> tuple[str, str, list[str]]:
    """Return a page's text, its title and the lines of its article."""
    lines = [(line[:1], line[2:]) for line in path.read_text("utf-8").splitlines()]
    text = "".join(words + end for _, words in lines)
    title = "".join(words for mark, words in lines if mark == "T")
    return text, title, [words for mark, words in lines if mark == "+"]


def find_article(text: str) -> tuple[str, list[str]]:
    """Return the title that is found, and the lines of the body that is found."""
    document = make_document(text, "page")
    words = "\n".join(span.of(text) for span in document.body)
    return document.headline, [line.strip() for line in words.splitlines() if line.strip()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_article_is_told_from_the_page(path, end):
    text, title, article = read_page(path, end)
    found_title, found = find_article(text)
    assert found == article
    assert found_title == title


@pytest.mark.parametrize("path", [path for path in PAGES if path.stem != "wrapped"], ids=lambda path: path.stem)
def test_article_alone_is_kept_whole(path):
    _, _, article = read_page(path)
    text = "\n\n".join(article)
    assert find_article(text)[1] == article


LEAD = "The mayor of Orle resigned on Monday, a spokesman said, after a month of protests over the price of water."
SECOND = "She had been in office for less than a year, and said only last week that she would stay."
THIRD = "Her deputy, Jan Kolb, takes over on Friday. He did not answer questions."


@pytest.mark.parametrize(
    "line",
    [
        "Share by email",
        "Read more: Protesters block the bridge",
        "Also Read Who is Jan Kolb?",
        "Home » News » Europe",
        "By Anna Prell and Otto Weiss",
        "3 min read",
        "Last updated 4 hours ago",
        "Published: 12 March 2018, 10:15 GMT",
        "Monday, March 12, 2018",
        "(Orle Press/AFP/File)",
        "Jane Doe/Getty Images",
        "Photo: Anna Prell/Reuters",
        "People on the main square of Orle on Sunday. (AP Photo/Anna Prell)",
        "FILE PHOTO: The mayor speaks at a rally in Orle, March 1, 2018. REUTERS/Anna Prell",
        "Sign up for our newsletter to get the latest news.",
        "Follow @annaprell on Twitter",
        "@orlepress",
        "https://orle.example/news/1234",
        "Copyright 2018 Orle Press. All rights reserved.",
        "This website uses cookies to improve your experience.",
        "Click here to subscribe.",
        "ADVERTISEMENT",
        "A city in anger",
        LEAD,
    ],
)
def test_page_line_within_an_article_is_left_out(line):
    text = "\n\n".join([LEAD, SECOND, line, THIRD])
    assert find_article(text)[1] == [LEAD, SECOND, THIRD]


@pytest.mark.parametrize(
    "line",
    [
        "No.",
        "“Yes.”",
        "The mayor declined to comment.",
        "Share prices fell by 3 percent.",
        "Follow the money, her lawyer said.",
        "News of the resignation spread fast.",
        "More than 200 people cheered.",
        "“Sign up for our newsletter,” she joked.",
        "By Monday night the square was empty.",
        "Getty Images said it had not taken the picture.",
        "File sharing is illegal in Orle.",
        "In a statement, the party said:",
        "To get the permit, firms must pay 500 euros.",
        "Reuters could not reach the ministry.",
        "He added,",
        "“We have waited long enough",
        "—Otto Weiss, shopkeeper",
        "The photo of the mayor on the bridge was taken in 2011, the paper (which owns the rights) said.",
        "Protesters said that the price of water had doubled in a year and that the mayor had done nothing about it",
    ],
)
def test_article_line_is_kept(line):
    text = "\n\n".join([LEAD, SECOND, line, THIRD])
    assert find_article(text)[1] == [LEAD, SECOND, line, THIRD]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Mayor resigns\n\n{LEAD}\n", "Mayor resigns"),
        (f"Mayor resigns\n{LEAD}\n{SECOND}\n", "Mayor resigns"),
        (f"Mayor of Orle Resigns After Protests.\n\n{LEAD}\n", "Mayor of Orle Resigns After Protests."),
        (f"Mayor resigns over water.\n\nORLE, March 12 (OP) — {LEAD}\n", "Mayor resigns over water."),
        (f"Why did the mayor go?\n\n{LEAD}\n", "Why did the mayor go?"),
        (f"News\nSport\nMayor of Orle resigns\n{LEAD}\n", "Mayor of Orle resigns"),
        (f"Mayor resigns\n\nOrle Mayor resigns\n\n{LEAD}\n\n{SECOND}", "Mayor resigns"),
        (f"{LEAD}\n\n{SECOND}\n", ""),
        ("Mayor resigns", ""),
        ("", ""),
    ],
)
def test_title(text, title):
    assert make_document(text, "page").headline == title


@pytest.mark.parametrize(
    "text", ["Mayor resigns", "Read more", "Home > News\nSport", "mayor resigns\nno reason given", "a"]
)
def test_text_that_is_no_article_is_its_own_body(text):
    document = make_document(text, "page")
    assert find_paragraphs(document)
    assert "".join(span.of(text) for span in find_paragraphs(document)).split()[0] == text.split()[0]
