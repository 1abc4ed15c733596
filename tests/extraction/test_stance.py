"""What a source does with a content."""

from __future__ import annotations

import pytest

from attribution.extraction import classify_stance
from attribution.model import Document, Sentence
from attribution.spans import Span
from attribution.text import find_paragraphs, find_sentences

CASES = [
    ("asserts", "The mayor", "said", "the bridge is safe", "The mayor said the bridge is safe."),
    ("asserts", "She", "did not deny", "the report", "She did not deny the report."),
    ("asserts", "He", "warned", "that stocks were low", "He warned that stocks were low."),
    ("asserts", "He", "insisted", "that he had paid", "He insisted that he had paid."),
    ("asserts", "The firm", "plans", "to close two plants", "The firm plans to close two plants."),
    ("asserts", "The firm", "refused", "to leave the site", "The firm refused to leave the site."),
    ("asserts", "The coach", "hopes", "to win the cup", "The coach hopes to win the cup."),
    ("asserts", "Users", "say", "the update wiped their files", "Users say the update wiped their files."),
    ("asserts", "The coach", "hit back", '"It was us."', 'The coach hit back: "It was us."'),
    ("denies", "The palace", "laughed off", "the tale", "The palace laughed off the tale."),
    ("silent", "The city", "has yet to give", "a figure", "The city has yet to give a figure."),
    ("denies", "The army", "denied", "the report", "The army denied the report."),
    ("denies", "The army", "has rejected", "the claims", "The army has rejected the claims."),
    ("denies", "He", "disputes", "the figures", "He disputes the figures."),
    ("denies", "She", "does not believe", "that he fled", "She does not believe that he fled."),
    ("denies", "They", "ruled out", "a strike", "They ruled out a strike."),
    ("denies", "He", "pleaded", "guilty", "He pleaded not guilty."),
    ("doubts", "Officials", "could not confirm", "the toll", "Officials could not confirm the toll."),
    ("doubts", "The agency", "was unable to verify", "the video", "The agency was unable to verify the video."),
    ("doubts", "Experts", "doubt", "that it works", "Experts doubt that it works."),
    ("doubts", "He", "questioned", "the results", "He questioned the results."),
    ("doubts", "She", "said", "it was unclear who fired", "She said it was unclear who fired."),
    ("doubts", "Many", "expressed", "doubt about the plan", "Many expressed doubt about the plan."),
    ("doubts", "They", "do not know", "who did it", "They do not know who did it."),
    ("silent", "The bank", "declined", "to comment", "The bank declined to comment."),
    ("silent", "The bank", "would not comment", "on the case", "The bank would not comment on the case."),
    ("silent", "He", "did not say", "when he would resign", "He did not say when he would resign."),
    ("silent", "The paper", "made no mention of", "the vote", "The paper made no mention of the vote."),
    ("silent", "She", "said", "she had no comment", "She said she had no comment."),
    ("silent", "It", "refused", "to answer questions", "It refused to answer questions."),
    ("silent", "Police", "did not immediately respond", "to calls", "Police did not immediately respond to calls."),
    ("asks", "The judge", "asked", "whether he had slept", "The judge asked whether he had slept."),
    ("asks", "Voters", "wonder", "who will pay", "Voters wonder who will pay."),
    ("asks", "She", "demanded to know", "who paid", "She demanded to know who paid."),
    ("wants", "The union", "demanded", "higher pay", "The union demanded higher pay."),
    ("wants", "The union", "called for", "a strike", "The union called for a strike."),
    ("wants", "Doctors", "urged", "people to stay home", "Doctors urged people to stay home."),
    ("wants", "He", "asked", "the court to wait", "He asked the court to wait."),
    ("wants", "He", "told", "residents to leave", "He told residents to leave."),
    ("wants", "She", "suggested", "that the vote be held in May", "She suggested that the vote be held in May."),
    ("wants", "They", "want", "the law repealed", "They want the law repealed."),
    ("wants", "The envoy", "appealed for", "calm", "The envoy appealed for calm."),
]


def sentence_of(text: str) -> Sentence:
    doc = Document("d", text, body=(Span(0, len(text)),))
    return find_sentences(doc, find_paragraphs(doc))[0]


@pytest.mark.parametrize(("stance", "source", "cue", "content", "text"), CASES)
def test_stance(stance: str, source: str, cue: str, content: str, text: str) -> None:
    def at(words: str) -> list[Span]:
        return [Span(text.index(words), text.index(words) + len(words))]

    assert classify_stance(sentence_of(text), at(cue), at(content), at(source)) == stance


def test_no_cue_in_the_sentence() -> None:
    assert classify_stance(sentence_of("Nothing."), [Span(100, 104)]) == "asserts"
