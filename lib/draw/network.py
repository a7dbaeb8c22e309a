"""The network of entities that sentences name together."""

from functools import lru_cache

import networkx as nx
import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import HIDDEN, Trace, figure
from lib.draw.labels import KINDS, Screen, names, plotted, shortened

Positions = dict[str, tuple[float, float]]


def network(pairs: pd.DataFrame, screen: Screen) -> go.Figure:
    """Draw entities as nodes and shared sentences as lines, thicker for more; the middle of a line can be picked.

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
    traces = [_middles(graph, where), *_nodes(graph, where, screen)]
    return figure(screen, traces, 560, HIDDEN, HIDDEN, shapes=_lines(graph, where))


@lru_cache(maxsize=64)
def _layout(edges: tuple[tuple[str, str], ...]) -> Positions:
    """Place the nodes so that distance follows steps between them; the same edges give the same picture."""
    placed: Positions = nx.kamada_kawai_layout(nx.Graph(edges), weight=None)
    return placed


def _lines(graph: nx.Graph, where: Positions) -> list[Trace]:
    most = max((weight for _, _, weight in graph.edges(data="weight")), default=1)
    return [
        {
            "type": "line",
            "layer": "below",
            "opacity": 0.35,
            "line": {"color": palette.QUIET, "width": 0.6 + 5 * weight / most},
            **dict(zip(("x0", "y0", "x1", "y1"), (*where[one], *where[other]), strict=True)),
        }
        for one, other, weight in graph.edges(data="weight")
    ]


def _middles(graph: nx.Graph, where: Positions) -> Trace:
    edges = list(graph.edges(data=True))
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [(where[one][0] + where[other][0]) / 2 for one, other, _ in edges],
        "y": [(where[one][1] + where[other][1]) / 2 for one, other, _ in edges],
        "marker": {"size": 9, "color": palette.QUIET, "opacity": 0.35},
        "customdata": [[edge["pick"]] for _, _, edge in edges],
        "hovertext": [
            f"{plotted(graph.nodes[one]['label'])} + {plotted(graph.nodes[other]['label'])}: {edge['weight']}"
            for one, other, edge in edges
        ],
        "hoverinfo": "text",
        "showlegend": False,
    }


def _nodes(graph: nx.Graph, where: Positions, screen: Screen) -> list[Trace]:
    weight = dict(graph.degree(weight="weight"))
    most = max(weight.values(), default=1)
    traces = []
    for kind, colour in palette.KINDS.items():
        nodes = [node for node, of in graph.nodes(data="kind") if of == kind]
        if not nodes:
            continue
        traces.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "name": KINDS[kind][screen.language],
                "x": [where[node][0] for node in nodes],
                "y": [where[node][1] for node in nodes],
                "marker": {"size": [12 + 30 * (weight[node] / most) ** 0.5 for node in nodes], "color": colour},
                "text": [plotted(shortened(graph.nodes[node]["label"], 22)) for node in nodes],
                "textposition": "bottom center",
                "textfont": {"color": palette.INK[screen.ground], "size": 12},
                "customdata": [[f"mention~entity_id~{node}"] for node in nodes],
                "hovertext": [plotted(graph.nodes[node]["label"]) for node in nodes],
                "hoverinfo": "text",
            }
        )
    return traces
