"""Who stands with whom: sources as nodes, signed by how often they agree and conflict.

The signed graph and its camps follow Cartwright and Harary, "Structural balance: a generalization of Heider's theory"
(1956): in a balanced quarrel all agreement lies inside camps and all conflict between them.
"""

from __future__ import annotations

from collections import Counter

import networkx as nx


def build_source_graph(graph: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Return the sources of a report's graph, joined where they agree or conflict.

    A spokesperson counts as the one spoken for. An edge has `agree` and `conflict`, how many pairs of assertions
    support and contradict each other, and `sign`: 1, -1, or 0 when it is as often the one as the other. Sources that
    stand in no relation are left without edges.

    Parameters
    ----------
    graph : from `graphs.build` or `graphs.read`.
    """
    principals = find_principals(graph)
    sources: nx.Graph[str] = nx.Graph()
    for principal in principals.values():
        sources.add_node(principal, **graph.nodes[principal])
    agree, conflict = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for start, end, values in graph.edges(data=True):
        count = {"supports": agree, "contradicts": conflict}.get(str(values.get("kind")))
        if count is not None:
            firsts, seconds = _speakers(graph, start, principals), _speakers(graph, end, principals)
            pairs = {(a, b) if a < b else (b, a) for a in firsts for b in seconds if a != b}
            count.update(pairs)
    for a, b in sorted(agree | conflict):
        more, less = agree[a, b], conflict[a, b]
        sources.add_edge(a, b, agree=more, conflict=less, sign=(more > less) - (more < less))
    return sources


def find_principals(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """Return for each source the one that it speaks for in the end, or itself.

    Parameters
    ----------
    graph : from `graphs.build` or `graphs.read`.
    """
    nodes = [node for node, values in graph.nodes(data=True) if values.get("kind") == "source"]
    above = {start: end for start, end, values in graph.edges(data=True) if values.get("kind") == "speaks_for"}
    principals = {}
    for node in nodes:
        path = [node]
        # Two sources may be said to speak for each other: then each stands for itself.
        while above.get(path[-1]) and above[path[-1]] not in path:
            path.append(above[path[-1]])
        principals[node] = node if above.get(path[-1]) else path[-1]
    return principals


def find_camps(sources: nx.Graph[str]) -> tuple[tuple[str, ...], ...]:
    """Return the camps: sources joined by agreement that outweighs conflict, the largest first, single ones left out.

    Parameters
    ----------
    sources : from `build_source_graph`.
    """
    friendly = nx.Graph((a, b) for a, b, values in sources.edges(data=True) if values["sign"] == 1)
    camps = (tuple(sorted(camp)) for camp in nx.connected_components(friendly))
    return tuple(sorted(camps, key=lambda camp: (-len(camp), camp)))


def find_rifts(sources: nx.Graph[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs inside one camp that conflict more than they agree: what keeps the quarrel from being balanced.

    Parameters
    ----------
    sources : from `build_source_graph`.
    """
    camp_of = {source: camp for camp in find_camps(sources) for source in camp}
    hostile = ((a, b) if a < b else (b, a) for a, b, values in sources.edges(data=True) if values["sign"] == -1)
    return tuple(sorted((a, b) for a, b in hostile if a in camp_of and camp_of[a] == camp_of.get(b)))


def find_quarrels(sources: nx.Graph[str]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return the two sides of each quarrel: as much conflict between them and as little inside them as can be.

    A quarrel is a connected part of the graph; the largest comes first, and in each the side whose source the report
    names first. The sides are a maximum cut, by networkx's local search from a two-colouring: not always the very best
    one, but always the same. Sources without relations are in no quarrel; where nobody conflicts, one side is empty.

    Parameters
    ----------
    sources : from `build_source_graph`.
    """
    order = {node: number for number, node in enumerate(sources)}
    parts = [part for part in nx.connected_components(sources) if len(part) > 1]
    return tuple(
        _cut(sources, part) for part in sorted(parts, key=lambda part: (-len(part), min(order[node] for node in part)))
    )


def find_sides(sources: nx.Graph[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the first sides of all quarrels, and the second ones.

    Parameters
    ----------
    sources : from `build_source_graph`.
    """
    quarrels = find_quarrels(sources)
    return tuple(node for left, _ in quarrels for node in left), tuple(node for _, right in quarrels for node in right)


def measure_balance(sources: nx.Graph[str]) -> float:
    """Return the share of relations that fit the two sides: conflict between them, agreement inside them; 1 of none.

    Parameters
    ----------
    sources : from `build_source_graph`.
    """
    left = set(find_sides(sources)[0])
    fitting = total = 0
    for a, b, values in sources.edges(data=True):
        fitting += values["conflict"] if (a in left) != (b in left) else values["agree"]
        total += values["conflict"] + values["agree"]
    return fitting / total if total else 1.0


def rank_contested(graph: nx.MultiDiGraph[str]) -> tuple[tuple[str, int], ...]:
    """Return the assertions that are contradicted, with by how many sources, the most contested first.

    Parameters
    ----------
    graph : from `graphs.build` or `graphs.read`.
    """
    principals = find_principals(graph)
    against: dict[str, set[str]] = {}
    for start, end, values in graph.edges(data=True):
        if values.get("kind") == "contradicts":
            for one, other in ((start, end), (end, start)):
                against.setdefault(one, set()).update(_speakers(graph, other, principals) or {other})
    order = {node: number for number, node in enumerate(graph)}
    rows = ((node, len(speakers)) for node, speakers in against.items())
    return tuple(sorted(rows, key=lambda row: (-row[1], order[row[0]])))


def find_lone_voices(sources: nx.Graph[str]) -> tuple[str, ...]:
    """Return the sources that are contradicted and that nobody agrees with, the most contradicted first.

    Parameters
    ----------
    sources : from `build_source_graph`.
    """
    return tuple(
        node for node, _ in rank_disputed(sources) if not any(values["agree"] for values in sources[node].values())
    )


def rank_disputed(sources: nx.Graph[str]) -> tuple[tuple[str, int], ...]:
    """Return the sources that are contradicted, with how often, the most disputed first.

    Parameters
    ----------
    sources : from `build_source_graph`.
    """
    conflicts = ((node, int(count)) for node, count in sources.degree(weight="conflict"))
    return tuple(sorted((row for row in conflicts if row[1]), key=lambda row: (-row[1], row[0])))


def _speakers(graph: nx.MultiDiGraph[str], assertion: str, principals: dict[str, str]) -> set[str]:
    return {principals[start] for start, _ in graph.in_edges(assertion) if start in principals}


def _cut(sources: nx.Graph[str], part: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    quarrel: nx.Graph[str] = nx.Graph()
    quarrel.add_nodes_from(node for node in sources if node in part)
    for a, b, values in sources.edges(part, data=True):
        quarrel.add_edge(a, b, weight=values["conflict"] - values["agree"])
    first = next(iter(quarrel))
    steps = nx.single_source_shortest_path_length(quarrel, first)
    start = {node for node in quarrel if steps[node] % 2}
    _, halves = nx.approximation.one_exchange(quarrel, initial_cut=start, seed=0, weight="weight")
    left, right = sorted(halves, key=lambda half: first not in half)
    return tuple(node for node in quarrel if node in left), tuple(node for node in quarrel if node in right)
