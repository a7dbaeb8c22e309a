"""The network of entities that sentences name together."""

from functools import lru_cache

import networkx as nx
import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import figure
from lib.draw.labels import KINDS, Language, isolated, names, shortened

Positions = dict[str, tuple[float, float]]


def network(pairs: pd.DataFrame, language: Language) -> go.Figure:
    """Draw entities as nodes and shared sentences as lines, thicker for more; the middle of a line can be picked.

    Columns: entity_id, kind, name_ar, name_en, the same with other_ (other_id), sentences, pick.
    """
    graph = nx.Graph()
    for row, one, other in zip(
        pairs.itertuples(), names(pairs, language), names(pairs, language, "other_"), strict=True
    ):
        graph.add_node(row.entity_id, label=one, kind=row.kind)
        graph.add_node(row.other_id, label=other, kind=row.other_kind)
        graph.add_edge(row.entity_id, row.other_id, weight=row.sentences, pick=row.pick)
    where = _layout(tuple(sorted(graph.edges)))
    made = figure(560)
    made.update_xaxes(visible=False)
    made.update_yaxes(visible=False)
    _lines(made, graph, where)
    _nodes(made, graph, where, language)
    return made


@lru_cache(maxsize=64)
def _layout(edges: tuple[tuple[str, str], ...]) -> Positions:
    """Place the nodes so that distance follows steps between them; the same edges give the same picture."""
    placed: Positions = nx.kamada_kawai_layout(nx.Graph(edges), weight=None)
    return placed


def _lines(made: go.Figure, graph: nx.Graph, where: Positions) -> None:
    edges = list(graph.edges(data=True))
    most = max((edge["weight"] for _, _, edge in edges), default=1)
    made.update_layout(
        shapes=[
            {
                "type": "line",
                "layer": "below",
                "opacity": 0.35,
                "line": {"color": palette.QUIET, "width": 0.6 + 5 * edge["weight"] / most},
                **dict(zip(("x0", "y0", "x1", "y1"), (*where[one], *where[other]), strict=True)),
            }
            for one, other, edge in edges
        ]
    )
    made.add_scatter(
        x=[(where[one][0] + where[other][0]) / 2 for one, other, _ in edges],
        y=[(where[one][1] + where[other][1]) / 2 for one, other, _ in edges],
        mode="markers",
        marker={"size": 14, "color": palette.QUIET, "opacity": 0.18},
        customdata=[[edge["pick"]] for _, _, edge in edges],
        hovertext=[
            f"{isolated(graph.nodes[one]['label'])} + {isolated(graph.nodes[other]['label'])}: {edge['weight']}"
            for one, other, edge in edges
        ],
        hoverinfo="text",
        showlegend=False,
    )


def _nodes(made: go.Figure, graph: nx.Graph, where: Positions, language: Language) -> None:
    weight = dict(graph.degree(weight="weight"))
    most = max(weight.values(), default=1)
    for kind, colour in palette.KINDS.items():
        nodes = [node for node, of in graph.nodes(data="kind") if of == kind]
        if not nodes:
            continue
        made.add_scatter(
            x=[where[node][0] for node in nodes],
            y=[where[node][1] for node in nodes],
            mode="markers+text",
            name=KINDS[kind][language],
            marker={"size": [12 + 30 * (weight[node] / most) ** 0.5 for node in nodes], "color": colour},
            text=[isolated(shortened(graph.nodes[node]["label"], 22)) for node in nodes],
            textposition="bottom center",
            customdata=[[f"mention~entity_id~{node}"] for node in nodes],
            hovertext=[isolated(graph.nodes[node]["label"]) for node in nodes],
            hoverinfo="text",
        )
