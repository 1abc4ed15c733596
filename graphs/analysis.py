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
