"""Quotations: ⟦…⟧ is drawn around each quotation, the marks inside it; a ! before ⟧ tells one that is not closed."""

import pytest

from attribution.model import Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations


def read(text):
    """Return the document of a text, all of it body, and its quotations."""
    document = Document(id="q", text=text, body=(Span(0, len(text)),))
    return find_quotations(document, find_paragraphs(document))


def draw(text):
    """Return the text with its quotations drawn in."""
    signs = []
    for quote in read(text):
        signs.append((quote.span.start, 1, -quote.span.end, "⟦"))
        signs.append((quote.span.end, 0, -quote.span.start, "⟧" if quote.closed else "!⟧"))
    for place, _, _, sign in sorted(signs, reverse=True):
        text = text[:place] + sign + text[place:]
    return text


@pytest.mark.parametrize(
    "drawn",
    [
        # Split by the cue, straight and typographic.
        '⟦"It is,"⟧ the mayor said, ⟦"over."⟧',
        "⟦“It is,”⟧ the mayor said, ⟦“over.”⟧",
        "⟦«C'est fini»⟧, he said in French, then ⟦„Schluss“⟧ in German and ⟦»Ende«⟧ too.",
        "⟦``It is over,''⟧ he said. ⟦\"Mostly,''⟧ she said.",
        # British style, with apostrophes of all kinds.
        "⟦'It is over,'⟧ he said.",
        "⟦‘It is over,’⟧ he said. ⟦‘Isn’t it?’⟧",
        "⟦'It's the workers' union that won't go,'⟧ he said. ⟦'Not us.'⟧",
        "⟦‘It’s the workers’ union that won’t go,’⟧ he said. ⟦‘Not us.’⟧",
        "He told us: ⟦'Go home.'⟧",
        "⟦'90 of them came,'⟧ he said.",
        # Apostrophes are no quotations.
        "The workers' union and O'Brien's aides didn't agree.",
        "Rock 'n' roll in the '90s, the class of ’68 and the bosses' friends: get 'em.",
        "The ships' crews said the owners' offer was the captains' business.",
        "Don’t; the girls’ team’s coach, D’Angelo, won’t.",
        # Scare quotes, also before what might be a possessive.
        "The ⟦'defectors'⟧ fled. The ⟦“experts”⟧ stayed.",
        "Asked about ⟦'fake news'⟧ and ⟦\"leaks\"⟧, she left.",
        "The ⟦'witnesses'⟧ who came said the witnesses' names were known.",
        # Nested.
        "⟦“He told me ⟦‘go’⟧ and I went,”⟧ she said.",
        "⟦'He told me ⟦\"go\"⟧ and I went,'⟧ she said.",
        "⟦\"He told me ⟦'go'⟧, and the boys' mother too,\"⟧ she said.",
        '⟦“He said ⟦"no"⟧ to me,”⟧ she said.',
        "⟦“So he says, ⟦‘It's over.’⟧”⟧",
        # Over paragraphs: one quotation, each paragraph opened, the last one closed.
        "⟦“It is late.\n\n“We are tired.\n\n“Let us go,”⟧ he said. ⟦“Now.”⟧",
        '⟦"It is late.\n\n"We are tired,"⟧ he said.',
        "He said: ⟦‘It is late.\n\n‘We are tired,’⟧ he said.",
        "⟦“It is late,”⟧ he said.\n\n⟦“We are tired,”⟧ she said.",
        # Unbalanced: to the paragraph's end, or to the next opening mark.
        "She wrote: ⟦“It is late!⟧\n\nHe slept.",
        '⟦"It is late, he said.!⟧ ⟦"We are tired,"⟧ she said.',
        "It is late,” he said.\n\n⟦“We are tired,”⟧ she said.",
        "⟦“He told me ⟦‘go’⟧ and I went.!⟧\n\nShe wept.",
        '⟦"He sent what he called a ⟦“rant”⟧ and left.!⟧',
        '⟦"We are tired "⟧, she said.',
        # Measures.
        'The 6\'2" guard held a 12" board.',
        'He said ⟦"yes"⟧ to the 12" board.',
        '⟦"I cut 10" and 12" boards,"⟧ he said. ⟦"That is all."⟧',
        '⟦"We won 12"⟧ and ⟦"they won 13"⟧ were the claims.',
        # Dashes, brackets, white space, nothing.
        "(⟦“Over,”⟧ he said)—⟦“finished”⟧—⟦'gone'⟧.",
        "⟦“I was—”⟧ he began.",
        '⟦" It is over , "⟧ he said . ⟦" Yes . "⟧',
        "Nothing: \"\" and “” and ''.",
        "⟦“🎉 Fête 🎉”⟧, he tweeted.",
        "",
    ],
)
def test_quotations_are_found(drawn):
    text = drawn.replace("!⟧", "").replace("⟦", "").replace("⟧", "")
    assert draw(text) == drawn


def test_parts_hold_the_words_without_marks():
    text = "“It is late.\n\n“We are tired,” he said."
    (quote,) = read(text)
    assert [part.of(text) for part in quote.parts] == ["It is late.", "We are tired,"]
    assert quote.closed


def test_depth_counts_the_quotations_around():
    text = "“He told me ‘go “now” or never’ twice,” she said. ‘No.’"
    assert [quote.depth for quote in read(text)] == [0, 1, 2, 0]


@pytest.mark.parametrize("mark", ['"', "'", "“", "”", "‘", "’", "«", "„", "``", "''"])
@pytest.mark.parametrize("after", ["", "a ", " ", "a\n\n"])
def test_ten_thousand_unbalanced_marks_take_linear_time(mark, after):
    text = (mark + after) * 10_000
    quotations = read(text)
    assert all(0 <= quote.span.start < quote.span.end <= len(text) for quote in quotations)
