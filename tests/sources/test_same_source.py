"""One real source, one id: names, short forms, acronyms, descriptions, pronouns; and what must stay apart."""

from __future__ import annotations

import pytest
from marked import read_marked

from attribution.sources import resolve_sources

NAMES = [
    "[roe:Jane Roe] opened the bridge. It was late, [roe:Roe] said.",
    "[roe:Roe] was late. [roe:Jane Roe], a farmer, said so on Monday.",
    "[roe:Gov. Jane Roe (D)] signed it. [roe:Ms. Roe] had said she would. [roe:The governor] declined to comment.",
    "[roe:John Q. Roe] objected. [roe:John Roe] said it was over.",
    "[omar:Omar Abdel Karim] told reporters. Nobody came, [omar:Abdel Karim] said.",
    "[karim:Syrian Vice President Nabil al-Karim] denied it. [karim:Al-Karim] said more would follow.",
    "[ines:Inês Duarte] and others went. [ines:Ines Duarte] said it rained.",
    "[sarova:Defence spokesman Pyotr Sarova] said so. [sarova:Sarove] said on Tuesday that it was false.",
    "Two men of one surname. [john:John Baker] said yes. [mark:Mark Baker] said no.",
    "[john:John Baker] said yes. [anna:Anna Baker] said no. [anna:Mrs. Baker] said it again.",
    "[ann:Ann Doe] spoke. [bea:Bea Roe] spoke. [ann:Doe] agreed, and [bea:Roe] did not.",
    "The [obs:Coastal Observatory for Marine Life] counted 40. [obs:The Observatory] said more would come.",
    "[police:The Riverton Metropolitan Police Department] said so. [police:Riverton police] said it again.",
    "[oxco:Oxco Inc.] cut jobs. [oxco:Oxco] said it was sorry.",
    "[who:The Workers' Health Organization (WHO)] said so. [who:The WHO] said it again.",
    "[nrc:The Northern Relief Council] said so. [nrc:The NRC] said it again.",
    "[germany:The German government] protested. [germany:Germany] said it would not pay. [germany:Berlin] denied it.",
    "[german:The German government] protested. [french:The French government] said it would pay.",
    "[kremlin:The Kremlin] denied it. [house:The White House] said otherwise.",
    "[town:The town of Riverton] objected. [police:Riverton police] said it was safe.",
    "[interior:The Interior Ministry] said so. [health:The Health Ministry] denied it.",
    "[vale:Vale] spoke first. [vale:Mr Vale] denied it. It was, [vale:Tom Vale] said, a mistake.",
]

DESCRIPTIONS = [
    "[par:Harl Parcel] was late. [par:The company] said it was fog. [kim:Harl’s chief executive, Kim Dow], was sorry.",
    "The gate broke, said [watch:the Ulma River Watch, a group based in Lissen]. [watch:The group] said two men died.",
    "[oxco:Oxco, a carrier,] was late. [group:A group of farmers] said it was fog. [oxco:The carrier] agreed.",
    "Ships were lost, [obs:a monitor] said. The [obs:Coastal Observatory for Peace] counted six. "
    "[obs:The monitor] said more.",
    "[air:Alba Airlines] was late. [air:The carrier] said it was fog. [air:The airline] apologised.",
    "[oxco:Oxco] fell. [oxco:The company] said it would recover.",
    "[min:The Health Ministry] said so. [min:The ministry] added that it was sure.",
    "[court:The High Court of Roeland] ruled. [court:The court] found it unlawful. "
    "[court:The three-judge court] said why.",
    "[paper:The Riverton Gazette] broke the story. [paper:The newspaper] said it had proof.",
    "[uni:Riverton University] hired him. [uni:The university] said it was proud.",
    "[pr:A spokeswoman for Oxco] denied it. [pr:The spokeswoman] said it was false.",
    "[pr:A spokeswoman for Oxco] denied it. [other:A spokeswoman for Rexco] said it was true.",
    "[dove:Detective Ann Dove] said so. [dove:The detective] would not say more.",
    "[lee:Professor Kim Lee, a biologist at Riverton University], said so. [lee:The biologist] said it was rare.",
    "[off:A Freedonian official] denied a deal. "
    "[off:Omar Said, the head of the Freedonian Relief Council], said it was false."
    " [off:He] said no more.",
    "[off:An official] denied a deal. [said:Omar Said, a farmer], said it was false.",
    "[res:Scientists from Riverton University] found it. [res:The researchers] said it was new. [res:They] were sure.",
    "[res:Some scientists] doubt it. [other:Some experts] believe it.",
    "[sau:Saudi officials] said so. [tur:Turkish officials] denied it. [sau:The Saudi officials] said it again.",
    "[rep:A report] found lead in the water. [roe:Its author, Jane Roe], said it was safe. "
    "[rep:The report] said it was not.",
    "[study:A new study by Riverton University] says so. [study:The study] says why.",
    "[nun:A 34-year-old woman] saw it. [nun:The 34-year-old] said it was loud.",
    "[early:Early reports] said ten. [late:Later reports] said twelve.",
    "[hosp:A hospital spokesman] said so. [vale:Tom Vale, a spokesman for the Freedonian police], said no more.",
    "[force:The Roeland Air Force] said so. [police:Police] denied it.",
    "[wit:A witness] said he ran. [wit2:Another witness] said he walked.",
]

PRONOUNS = [
    "[roe:Jane Roe] opened the bridge. [roe:She] said it was safe.",
    "[tom:Tom Vale] called Jane Roe. [tom:He] said it was late.",
    "[tom:Tom Vale] called Jane Roe. [jane:She] said it was late.",
    "[mayor:The mayor, Jane Roe], said so. It was, [mayor:she] said, a gift.",
    "[oxco:Oxco] fell on Monday. [oxco:It] said it would recover.",
    "[wit:Witnesses] ran. [wit:They] said it was loud.",
    "[pair:Tom Vale] spoke. [pair:He] said so. [pair:He] said it again.",
    "Tom Vale and Mark Doe met in the hall. [?:He] said it was late.",
    "It rained. [?:She] said it was late.",
    "The bridge fell. [?:He] said it was late.",
    "[vale+roe:Tom Vale and Jane Roe] denied it. [vale+roe:They] said it was false.",
    "[sister:His sister] was there. [sister:She] said it was loud.",
    "[king:The king] spoke. [king:He] said little. [queen:The queen] spoke. [queen:She] said more.",
    "[roe:Jane Roe] left, and the plan that [roe:she] said would work did not.",
    "Gov. Ann Roe called [tom:Tom Vale], who said [tom:he] would come. It rained, [tom:Vale] said.",
    "[firm:Oxco] denied a request by Prime Minister Jane Roe. [roe:Roe] said it was a shame.",
    "[media:State media] denied it. [media:It] said nothing had burned.",
]

CONJUNCTIONS = [
    "[media+off:Freedonian state media and a Sylvanian official] denied it. "
    "[media:Freedonian state media] said so again.",
    "[roe+doe:Jane Roe and Tom Doe] said so. [roe:Roe] left. [doe:Doe] stayed.",
    "[dep:The Department of Health and Human Services] said so. [dep:The department] said it again.",
    "[firm:Roe & Doe] said so. [firm:Roe & Doe] said it again.",
    "[team:Scientists from Riverton University and the Roeland Academy of Arts] said so. "
    "[team:The scientists] were sure.",
    "[lee:Dr Kim Lee, the lead author of the study and an expert on frogs], said so. [lee:Lee] was sure.",
    "[cherry+peers:Jane Roe of the Riverside Party and 40 lawmakers] sued. [cherry:Roe] said they would win.",
    "[us+uk:The United States and Britain] denied it. [us:The United States] said so twice.",
    "[roe+doe:Both Gov. Jane Roe and Sen. Tom Doe] said so. [doe:The senator] left.",
    "[mother:Ann and Tom's mother, Joan Baker], said so. [mother:Baker] wept.",
]


def _whose(marked: str) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    reading, wanted = read_marked(marked)
    speakers = resolve_sources((reading,)).speakers
    expected = [tuple(key.split("+")) if key != "?" else () for key in wanted.values()]
    return expected, [speakers.get(id, ()) for id in wanted]


def _check(marked: str) -> None:
    expected, found = _whose(marked)
    assert [len(keys) for keys in expected] == [len(ids) for ids in found], found
    pairs = {(key, id) for keys, ids in zip(expected, found, strict=True) for key, id in zip(keys, ids, strict=True)}
    assert len({key for key, _ in pairs}) == len(pairs), f"one source under several ids: {sorted(pairs)}"
    assert len({id for _, id in pairs}) == len(pairs), f"several sources under one id: {sorted(pairs)}"


@pytest.mark.parametrize("marked", NAMES)
def test_names(marked: str) -> None:
    _check(marked)


@pytest.mark.parametrize("marked", DESCRIPTIONS)
def test_descriptions(marked: str) -> None:
    _check(marked)


@pytest.mark.parametrize("marked", PRONOUNS)
def test_pronouns(marked: str) -> None:
    _check(marked)


@pytest.mark.parametrize("marked", CONJUNCTIONS)
def test_conjunctions(marked: str) -> None:
    _check(marked)
