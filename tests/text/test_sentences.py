"""Sentences: a stroke is drawn where each ends. Tokens: a space."""

import pytest

from attribution.model import Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_sentences
from attribution.text.sentences import split_paragraph
from attribution.text.tokens import find_tokens


@pytest.mark.parametrize(
    "drawn",
    [
        "The mayor resigned.| Nobody was surprised.",
        "Gen. Ruiz met Sen. Cole, R-Ala., on Jan. 5.| He left at 6 p.m. on Friday.",
        "The U.S. did not comment.| The U.N. did.",
        "He lives in the U.S.| She lives in Ont.| They met in St. Ives.",
        "Smith v. Jones was heard by Judge A. B. Carter Jr. in Phoenix.",
        "The firm, Hale & Sons Ltd., sold No. 5 to Orle Corp. for $1.5bn.| Shares rose 3.4 percent.",
        "“It is over.”| The mayor left.",
        '"It is over," she said.| "Go home."| They did.',
        '"Is it over?" he asked.| "It is!" she cried.',
        '"Is it over?" Kim Lee asked.| "Is it?"| Kim Lee said she was tired.',
        "‘Is it over?’ he asked.| ‘Yes.’",
        "“It is over … for now,” he said.| “We … are done.”",
        "He waited...| Then he left.",
        "Really?!| Yes.| (He nodded.)| She did not.",
        "He met J.F.K. in Boston and W. E. B. Du Bois in N.Y.C. later.",
        "Rep. Gwen Park (D-Wis.) said so.| Gov. Lee did not.",
        "The vote ended.|The count began.",
        "See www.example.org/a.b?c=d for more.| Or not.",
        "It cost 3.50 dollars.| 40 people paid.",
        "no capitals here.| none at all",
        "One",
    ],
)
def test_sentences_end_where_drawn(drawn):
    text = drawn.replace("|", "")
    spans = split_paragraph(text, Span(0, len(text)))
    assert "|".join(span.of(text) for span in spans) == drawn.replace("| ", "|")


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("He didn't go.", "He did n't go ."),
        ("He didn’t go.", "He did n’t go ."),
        ("They’re the workers’ friends; it’s John’s.", "They ’re the workers ’ friends ; it ’s John ’s ."),
        ("I'd've cannot gonna", "I'd 've can not gon na"),
        ("O'Brien's rock 'n' roll '90s", "O'Brien 's rock 'n' roll '90s"),
        ("It cost $1.5bn (£60m), 26% more.", "It cost $ 1.5bn ( £ 60m ) , 26 % more ."),
        ("a 10-year-old, 430,000-strong", "a 10-year-old , 430,000-strong"),
        ("“Yes…” — no--never...", "“ Yes … ” — no -- never ..."),
        ("``Yes,'' he said", "`` Yes , '' he said"),
        (
            "See https://orle.example/a?b=c, or www.orle.example.",
            "See https://orle.example/a?b=c , or www.orle.example .",
        ),
        ("Mail a.b@orle.example, @orle_press, #OrleOut!", "Mail a.b@orle.example , @orle_press , #OrleOut !"),
        ("Gen. Ruiz of the U.S. at 6 p.m. on Jan. 5.", "Gen. Ruiz of the U.S. at 6 p.m. on Jan. 5 ."),
        ("J. R. Smith Jr. left Orle Inc.", "J. R. Smith Jr. left Orle Inc ."),
        ("AT&T and/or the New York–Boston line", "AT&T and/or the New York – Boston line"),
        ("Fête 🎉👍🏽 in Łódź, naïve", "Fête 🎉 👍🏽 in Łódź , naïve"),
        ("4:30 on 12/11/2019, 68-55", "4:30 on 12/11/2019 , 68-55"),
        ("\x00a\ud800b", "\x00 a \ud800 b"),
    ],
)
def test_tokens(text, tokens):
    assert [token.of(text) for token in find_tokens(text, Span(0, len(text)))] == tokens.split(" ")


def test_sentences_know_their_paragraph():
    text = "One. Two.\n\nThree."
    document = Document(id="s", text=text, body=(Span(0, len(text)),))
    sentences = find_sentences(document, find_paragraphs(document))
    assert [(sentence.span.of(text), sentence.paragraph) for sentence in sentences] == [
        ("One.", 0),
        ("Two.", 0),
        ("Three.", 1),
    ]
    assert [token.pos for token in sentences[0].tokens] == ["CD", "."]


def test_text_without_marks_is_cut():
    text = "word " * 30_000
    document = Document(id="s", text=text, body=(Span(0, len(text)),))
    sentences = find_sentences(document, find_paragraphs(document))
    assert max(len(sentence.tokens) for sentence in sentences) <= 2000
    assert sum(len(sentence.tokens) for sentence in sentences) == 30_000
