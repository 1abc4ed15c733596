"""Training proper of the judge: one pass over the entailment sets, then passes over our own articles and pairs.

Deterministic to a seed, resumable (a checkpoint after every pass).
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from attribution.relations.network import CONTRADICTS, NEITHER
from attribution.relations.pairtext import encode_statements
from training.annotated_newswire import annotated_numbers
from training.drawn_articles import read_drawn_articles
from training.extractor.newswire import read_newswire
from training.extractor.train import averaged, load_tokenizer, pretrained_weights
from training.judge.cases import Case, cases_of, unmarked_cases
from training.judge.network import Judge, JudgeShape, load_pretrained
from training.judge.pairs import (
    FOLDER,
    NOT_SUPPORTS,
    PairExample,
    article_pairs,
    describe,
    read_entailment,
    read_own_pairs,
    speak,
)  # fmt: skip

# Every third of our drawn articles is kept from the network, to calibrate it on.
KEPT = 3
# Entailment pairs are also seen, in part, while our articles are learnt, so that nothing is forgotten.
REMEMBERED = 0.08
# Real news articles that nobody has annotated: so many to learn from, so many others to calibrate on, and so many pairs
# of the former in a pass, about as many as of the drawn articles.
UNMARKED_LEARNT, UNMARKED_KEPT, UNMARKED_PAIRS = 240, 80, 8000
Encoded = tuple[list[int], list[int], int]


def train(options: argparse.Namespace) -> Judge:
    """Train with `options` and return the network with its averaged weights."""
    torch.manual_seed(options.seed)
    torch.set_float32_matmul_precision("medium")
    torch.set_num_threads(options.threads)
    tokenizer = load_tokenizer()
    network = Judge(JudgeShape(layers=options.layers, alone=options.alone))
    load_pretrained(network, pretrained_weights())
    network.pieces.weight.requires_grad_(False)
    optimizer = _optimizer(network, options)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    options.out.mkdir(parents=True, exist_ok=True)
    done = 0
    for number in range(options.passes):
        if (path := options.out / f"pass-{number}.pt").exists():
            state = torch.load(path)
            network.load_state_dict(state["network"])
            optimizer.load_state_dict(state["optimizer"])
            average, done = state["average"], number + 1
    pairs, own, unmarked = read_pairs(options) if done < options.passes else ([], [], [])
    for number in range(done, options.passes):
        chance = random.Random(options.seed * 1000 + number)
        torch.manual_seed(options.seed * 1000 + number)
        examples = examples_of_pass((pairs, own, unmarked), number, chance, options)
        print(f"pass {number + 1}/{options.passes}: {describe(examples)}", flush=True)
        train_pass(network, optimizer, average, encode(examples, tokenizer), number, options, chance)
        state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "average": average}
        torch.save(state, options.out / f"pass-{number}.pt")
    network.load_state_dict(average)
    return network


def read_pairs(options: argparse.Namespace) -> tuple[list[PairExample], list[PairExample], list[PairExample]]:
    """Return what is learnt from: entailment pairs, pairs of our own, and pairs of unmarked articles."""
    entailment = read_entailment(options.data / "nli" / "pairs.jsonl.gz", held_out=False)
    own = [pair for case in own_cases(options, kept=False) for pair in article_pairs(case)]
    own += read_own_pairs(FOLDER, held_out=False)
    unmarked = [
        pair for case in unmarked_cases(read_unmarked(options)[:UNMARKED_LEARNT]) for pair in article_pairs(case)
    ]
    return entailment, own, unmarked


def own_cases(options: argparse.Namespace, kept: bool) -> list[Case]:
    """Return our own drawn articles as cases: those that are kept from the network, or those it learns from."""
    articles = enumerate(read_drawn_articles(options.articles))
    return list(cases_of(article for place, article in articles if (place % KEPT == KEPT - 1) == kept))


def calibration_cases(options: argparse.Namespace) -> list[Case]:
    """Return the articles that the network has not learnt from: our own, and unmarked ones."""
    return own_cases(options, kept=True) + list(unmarked_cases(read_unmarked(options)[-UNMARKED_KEPT:]))


def read_unmarked(options: argparse.Namespace) -> list[str]:
    """Return news articles that nobody has annotated."""
    path = options.data / "ner-newswire" / "articles.jsonl.gz"
    return [example.text for example in read_newswire(path, held_out=False, without=annotated_numbers())]


def examples_of_pass(
    learnt: tuple[Sequence[PairExample], Sequence[PairExample], Sequence[PairExample]],
    number: int,
    chance: random.Random,
    options: argparse.Namespace,
) -> list[PairExample]:
    """Return what is learnt from in a pass, given all that there is (`read_pairs`)."""
    pairs, own, unmarked = learnt
    if number < options.entailment_passes:
        return [speak(pair, chance) for pair in chance.sample(pairs, min(len(pairs), options.pairs))]
    said = [*own, *chance.sample(unmarked, min(len(unmarked), UNMARKED_PAIRS))]
    turned = [PairExample(e.second, e.first, e.label, e.set) if chance.random() < 0.5 else e for e in said]
    return turned + [speak(pair, chance) for pair in chance.sample(pairs, int(len(pairs) * REMEMBERED))]


def encode(examples: Sequence[PairExample], tokenizer: Any) -> list[Encoded]:
    """Return examples as pieces of both sides and a label."""
    firsts = encode_statements(tokenizer, [example.first for example in examples])
    seconds = encode_statements(tokenizer, [example.second for example in examples])
    return [(a, b, example.label) for a, b, example in zip(firsts, seconds, examples, strict=True)]


class Padded(NamedTuple):
    """Statements as the network takes them, padded to the longest.

    Parameters
    ----------
    pieces : (statements, pieces) numbers of word pieces, 0 where there is none.
    present : (statements, pieces) 1 for pieces and 0 for padding.
    """

    pieces: NDArray[np.int64]
    present: NDArray[np.float32]


def pad(statements: Sequence[Sequence[int]]) -> Padded:
    """Put statements together.

    Examples
    --------
    >>> pad([[101, 7, 102], [101, 8, 9, 102]]).pieces.tolist()
    [[101, 7, 102, 0], [101, 8, 9, 102]]
    """
    longest = max(map(len, statements), default=0)
    pieces = np.zeros((len(statements), longest), np.int64)
    present = np.zeros(pieces.shape, np.float32)
    for row, ids in enumerate(statements):
        pieces[row, : len(ids)] = ids
        present[row, : len(ids)] = 1
    return Padded(pieces, present)


def batches(encoded: Sequence[Encoded], size: int, chance: random.Random) -> Iterator[list[Encoded]]:
    """Yield batches of pairs of like length, shuffled."""
    order = sorted(encoded, key=lambda one: max(len(one[0]), len(one[1])) + 4 * chance.random())
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    chance.shuffle(groups)
    yield from groups


def loss_of(logits: Tensor, labels: Tensor) -> Tensor:
    """Return the mean loss; where only "not entailed" is known, both other classes are right."""
    scores = F.log_softmax(logits, -1)
    either = torch.logsumexp(scores[:, [NEITHER, CONTRADICTS]], -1)
    known = labels != NOT_SUPPORTS
    chosen = torch.where(known, scores.gather(1, labels.clamp(max=2).unsqueeze(1)).squeeze(1), either)
    return -chosen.mean()


def train_pass(
    network: Judge,
    optimizer: torch.optim.Optimizer,
    average: dict[str, Tensor],
    encoded: Sequence[Encoded],
    number: int,
    options: argparse.Namespace,
    chance: random.Random,
) -> None:
    """Go through the examples once."""
    network.train()
    groups = list(batches(encoded, options.batch, chance))
    began, pieces, total = time.time(), 0, 0.0
    for step, group in enumerate(groups):
        rate = options.rate * _factor(number, step / len(groups), options) * min(1.0, (step + 1) / 100)
        for part, times in zip(optimizer.param_groups, (1.0, 6.0), strict=True):
            part["lr"] = rate * times
        with torch.autocast("cpu", torch.bfloat16):
            logits, size = run(network, [(a, b) for a, b, _ in group])
        loss = loss_of(logits.float(), torch.tensor([label for _, _, label in group]))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_((p for p in network.parameters() if p.requires_grad), 1.0)
        optimizer.step()
        averaged(average, network, min(0.998, (1 + step) / (10 + step)))
        pieces, total = pieces + size, total + loss.item()
        if step % 100 == 99 or step + 1 == len(groups):
            line = f"pass {number + 1} {step + 1}/{len(groups)}  loss {total / (step + 1):.3f}"
            print(f"{line}  {pieces / (time.time() - began):.0f} pieces/s", flush=True)


def run(network: Judge, pairs: Sequence[tuple[list[int], list[int]]]) -> tuple[Tensor, int]:
    """Return (pairs, classes) logits, and how many pieces were read."""
    given = pad([side for pair in pairs for side in pair])
    first = torch.arange(0, 2 * len(pairs), 2)
    return network(*map(torch.from_numpy, given), first, first + 1), given.pieces.size


def _factor(number: int, part: float, options: argparse.Namespace) -> float:
    """Return the rate's factor: each of the two stages falls as half a cosine."""
    first = number < options.entailment_passes
    passes = options.entailment_passes if first else options.passes - options.entailment_passes
    progress = (number - (0 if first else options.entailment_passes) + part) / passes
    return (1.0 if first else 0.6) * (0.03 + 0.97 * 0.5 * (1 + math.cos(math.pi * progress)))


def _optimizer(network: Judge, options: argparse.Namespace) -> torch.optim.Optimizer:
    encoder = [p for n, p in network.named_parameters() if p.requires_grad and not n.startswith("decide")]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": options.rate}, {"params": list(network.decide.parameters()), "lr": options.rate}],
        weight_decay=0.01,
    )


def options_of(description: str | None) -> argparse.Namespace:
    """Return the command line's options."""
    from training.drawn_articles import FOLDER

    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds nli/")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the packaged files")
    parser.add_argument("--articles", type=Path, default=FOLDER, help="drawn articles")
    parser.add_argument("--pairs", type=int, default=60000, help="entailment pairs read in a pass")
    parser.add_argument("--entailment-passes", type=int, default=1)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--alone", type=int, default=3, help="layers that read a statement without the other")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()
