"""The nouns of the package: what is found in articles, as immutable values over character spans.

Nothing here computes; each value is written by one step of `attribution.pipeline` and read by the later ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from attribution.spans import Span

if TYPE_CHECKING:
    from pandas import DataFrame

Stance = Literal["asserts", "denies", "doubts", "silent", "asks", "wants"]
AttributionType = Literal["direct", "indirect", "mixed"]
SourceType = Literal["person", "organization", "government", "media", "document", "anonymous", "group"]
RelationKind = Literal["contradicts", "supports"]
Reply = Literal["denies", "doubts", "endorses"]


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its whole text, unchanged, and where in it the article itself is.

    Parameters
    ----------
    id : short name, unique in a report.
    text : the decoded text, boilerplate and line ends included.
    title : the headline's span, or None when there is none.
    body : the spans of the article proper, sorted; everything outside is navigation, captions, link lists and the like.
    path : where it was read from, or None.
    """

    id: str
    text: str
    title: Span | None = None
    body: tuple[Span, ...] = ()
    path: str | None = None

    @property
    def headline(self) -> str:
        """The title's words, white space folded; empty when there is no title."""
        return " ".join(self.title.of(self.text).split()) if self.title else ""


class Token(NamedTuple):
    """A word or punctuation mark: ``text[start:end]`` with its Penn Treebank part of speech."""

    start: int
    end: int
    text: str
    pos: str

    @property
    def span(self) -> Span:
        """The token's place in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens; `paragraph` is the index of the paragraph it lies in."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks.

    Parameters
    ----------
    span : from the opening mark to the closing one, both included (to the paragraph's end where none closes it).
    parts : the quoted words without marks; several when a quotation runs over paragraphs, one part a paragraph.
    depth : 0 for an outermost quotation, 1 for a quotation inside it.
    closed : whether a closing mark was found.
    """

    span: Span
    parts: tuple[Span, ...]
    depth: int = 0
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with the source and the content that go with it.

    Parameters
    ----------
    id, document : names, unique in a report.
    source, cue, content : spans in the document's text; several where discontinuous, none where absent.
    type : direct (all of the content in quotation marks), indirect or mixed.
    stance : of the source to the content.
    confidence : probability that the attribution is right, 0 to 1.
    sources : ids of the resolved sources; empty until they are resolved and where they cannot be.
    """

    id: str
    document: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    type: AttributionType = "indirect"
    stance: Stance = "asserts"
    confidence: float = 1.0
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is known about one document on its own: the layers that its steps wrote."""

    document: Document
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a document where a source is named, described or referred to by a pronoun.

    Parameters
    ----------
    document, span : where.
    confidence : probability that this source is the one meant, 0 to 1.
    how : what tells it: ``named`` ``short name`` ``acronym`` ``described`` ``named later`` ``pronoun`` ``first person``
        ``relative``; empty where that is not known.
    """

    document: str
    span: Span
    confidence: float = 1.0
    how: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Someone or something that is said to say things: listed once, however often and however it is mentioned.

    Parameters
    ----------
    name : the fullest name that the text gives, without article or role.
    aliases : the other ways the text refers to it, in reading order, each once.
    speaks_for : id of the organisation, government or person that the source is an official voice of, or None.
    """

    id: str
    name: str
    type: SourceType
    aliases: tuple[str, ...] = ()
    speaks_for: str | None = None
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who the sources are (in order of first mention), and which of them each attribution belongs to.

    `speakers` maps an attribution's id to the ids of its sources; an attribution without one is absent. Where it has
    source words all the same ("he", with two men to choose from), they stay unresolved: nobody is better than a guess.
    """

    sources: tuple[Source, ...]
    speakers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a claim: ``low <= value <= high`` of `counted` things, as the text gives them.

    "at least 40 dead" is 40 to infinity of "dead"; "40" is 40 to 40. `about` marks "some", "around", "nearly"; `unit`
    is "%", a currency, or empty; `measured` is what the number is said of ("the death toll", "killed") where the words
    after it do not tell.
    """

    span: Span
    low: float
    high: float
    counted: str
    about: bool = False
    unit: str = ""
    measured: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition in an attribution's content.

    Parameters
    ----------
    text : the claim's words, as written, white space folded.
    spans : where they stand in the attribution's document.
    affirmed : True when the source says it is so, False when the source says that it is not (denial and negation
        counted together: who denies a negation affirms), None when the source takes no side (doubts, silence,
        questions, wishes).
    hedged : whether the source marks it as less than certain ("may", "appeared to").
    quantities : the numbers in it.
    answers : id of the claim of another source that an anaphoric content ("denied the report") stands for, or None.
    reply : what the source says of the claim that it answers, or None.
    """

    id: str
    attribution: str
    text: str
    spans: tuple[Span, ...]
    affirmed: bool | None = True
    hedged: bool = False
    quantities: tuple[Quantity, ...] = ()
    answers: str | None = None
    reply: Reply | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A contradiction or support between claims of different sources; `a` comes before `b` in reading order."""

    a: str
    b: str
    relation: RelationKind
    confidence: float
    reason: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Contradictions about one thing: a few words of the text, and the claims on each side."""

    about: str
    sides: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two sources agree and conflict; a spokesperson counts as the organisation."""

    a: str
    b: str
    agree: int
    conflict: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything found in one or several articles: who said what, and who contradicts whom."""

    documents: tuple[Document, ...]
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    disputes: tuple[Dispute, ...]
    agreement: tuple[Agreement, ...]

    def to_frame(self, table: str = "attributions") -> DataFrame:
        """Return one part of the report as a pandas table (needs pandas: the extra ``notebook``).

        Parameters
        ----------
        table : ``documents``, ``sources``, ``attributions``, ``claims``, ``relations``, ``disputes`` or ``agreement``.

        Raises
        ------
        MissingExtra
            When pandas is not installed.
        """
        from attribution.report.frames import make_frame

        return make_frame(self, table)

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the disputes, the sources, and the articles marked up."""
        from attribution.report.html import render_cell

        return render_cell(self)
