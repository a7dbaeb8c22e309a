"""The network of entities that sentences name together, as a drawing that can be taken apart by hand."""

from functools import lru_cache
from typing import Any

import networkx as nx
import pandas as pd

from lib.draw import palette
from lib.draw.labels import Screen, names, shortened

Positions = dict[str, tuple[float, float]]
Drawing = dict[str, list[dict[str, Any]]]
"""What `lib/show/network.js` draws: nodes and edges as plain values, positions from 0 to 1."""

_SMALLEST, _GROWTH = 6.0, 15.0  # pixels: a disc that a finger finds, and what the most connected has more
_THINNEST, _BROADEST = 0.8, 5.0


def network(pairs: pd.DataFrame, screen: Screen) -> Drawing:
    """Return entities as nodes and shared sentences as edges, thicker for more.

    Columns: entity_id, kind, name_ar, name_en, the same with other_ (other_id), sentences, pick.
    """
    language = screen.language
    graph = nx.Graph()
    both = zip(pairs.itertuples(), names(pairs, language), names(pairs, language, "other_"), strict=True)
    for row, one, other in both:
        graph.add_node(row.entity_id, label=one, kind=row.kind)
        graph.add_node(row.other_id, label=other, kind=row.other_kind)
        graph.add_edge(row.entity_id, row.other_id, weight=row.sentences, pick=row.pick)
    where = _layout(tuple(sorted(graph.edges)))
    return {"nodes": _nodes(graph, where), "edges": _edges(graph)}


@lru_cache(maxsize=64)
def _layout(edges: tuple[tuple[str, str], ...]) -> Positions:
    """Place the nodes so that distance follows steps between them; the same edges give the same picture."""
    if not edges:
        return {}
    placed = nx.kamada_kawai_layout(nx.Graph(edges), weight=None)
    columns = [_filled([place[side] for place in placed.values()]) for side in (0, 1)]
    return dict(zip(placed, zip(*columns, strict=True), strict=True))


def _filled(values: list[float]) -> list[float]:
    """Stretch values over 0 to 1, so that the picture fills its frame."""
    low, high = min(values), max(values)
    return [float((value - low) / ((high - low) or 1)) for value in values]


def _nodes(graph: nx.Graph, where: Positions) -> list[dict[str, Any]]:
    weight = dict(graph.degree(weight="weight"))
    most = max(weight.values(), default=1)
    return [
        {
            "id": node,
            "x": where[node][0],
            "y": where[node][1],
            "size": _SMALLEST + _GROWTH * (weight[node] / most) ** 0.5,
            "colour": palette.KINDS[kind],
            "name": (label := graph.nodes[node]["label"]),
            "label": shortened(label, 22),
            "pick": f"mention~entity_id~{node}",
        }
        for node, kind in graph.nodes(data="kind")
    ]


def _edges(graph: nx.Graph) -> list[dict[str, Any]]:
    most = max((weight for _, _, weight in graph.edges(data="weight")), default=1)
    return [
        {
            "from": one,
            "to": other,
            "width": _THINNEST + _BROADEST * edge["weight"] / most,
            "sentences": int(edge["weight"]),
            "colour": palette.QUIET,
            "pick": edge["pick"],
        }
        for one, other, edge in graph.edges(data=True)
    ]
