"""Contents to claims: propositions with their polarity, quantities, and the claims they answer."""

from attribution.claims.find import find_claims

__all__ = ["find_claims"]
