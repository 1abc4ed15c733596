"""Relations between claims: who contradicts whom, what the disputes are about, how often sources agree."""

from attribution.relations.agreement import count_agreement
from attribution.relations.disputes import build_disputes
from attribution.relations.find import find_relations

__all__ = ["build_disputes", "count_agreement", "find_relations"]
