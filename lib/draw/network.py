"""The network of entities that sentences name together."""

import networkx as nx
import pandas as pd
from plotly import graph_objects as go

from lib.draw import palette
from lib.draw.figure import figure
from lib.draw.labels import KINDS, Language, isolated, names, shortened


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
    where = nx.kamada_kawai_layout(graph, weight=None)
    made = figure(560)
    made.update_xaxes(visible=False)
    made.update_yaxes(visible=False)
    _lines(made, graph, where)
    _nodes(made, graph, where, language)
    return made


def _lines(made: go.Figure, graph: nx.Graph, where: dict[str, tuple[float, float]]) -> None:
    most = max((weight for _, _, weight in graph.edges(data="weight")), default=1)
    for one, other, weight in graph.edges(data="weight"):
        (x0, y0), (x1, y1) = where[one], where[other]
        made.add_shape(
            type="line", x0=x0, y0=y0, x1=x1, y1=y1, layer="below",
            line={"color": palette.QUIET, "width": 0.6 + 5 * weight / most}, opacity=0.35,
        )  # fmt: skip
    edges = list(graph.edges(data=True))
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


def _nodes(made: go.Figure, graph: nx.Graph, where: dict[str, tuple[float, float]], language: Language) -> None:
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
