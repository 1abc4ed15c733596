"""Who said what in one article, who contradicts whom, and the graph of it: ``python examples/quickstart.py``."""

from pathlib import Path

import attribution
import graphs

article = attribution.read(Path(__file__).with_name("kessarin-dam.txt"))
report = attribution.analyze(article)

print("Sources")
names = {source.id: source.name for source in report.sources}
for source in report.sources:
    speaks_for = f", speaks for {names[source.speaks_for]}" if source.speaks_for else ""
    print(f"  {source.name} ({source.type}{speaks_for})")

print("\nDisputes")
claims = {claim.id: claim for claim in report.claims}
speakers = {a.id: " and ".join(names[source] for source in a.sources) for a in report.attributions}
for dispute in report.disputes:
    print(f"  {dispute.about}")
    for number, side in enumerate(dispute.sides, 1):
        for claim in side:
            print(f"    {number}. {speakers[claims[claim].attribution]}: {claims[claim].text}")

graph = graphs.build(report)
contradictions = [edge for edge in graph.edges(data="kind") if edge[2] == "contradicts"]
print(f"\nThe graph: {graph.number_of_nodes()} nodes, {len(contradictions)} contradictions between assertions")
