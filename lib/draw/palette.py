"""Colours: one meaning, one colour, in chart, highlight and chip; each legible on the light and the dark ground."""

# Mid-tones with a contrast of 3:1 or more with the paper and with the slate; the theme's chart colours are the same.
KINDS = {"LOC": "#2C8E88", "PERS": "#A9485F", "ORG": "#94752A", "MISC": "#6B63C2"}
TONES = {"negative": "#B5532F", "neutral": "#8A8578", "positive": "#3F7CB8", "abstained": "#C9C3B5"}
ACCENT = "#2A8F86"
QUIET = "#8A8578"
CLEAR = "rgba(0,0,0,0)"
PUBLISHERS = ("#1F7F79", "#3F7CB8", "#94752A", "#A9485F", "#6B63C2", "#69AEA9")  # the rest of them are QUIET
# Up to five entities side by side: under normal, deutan, protan and tritan sight (Machado et al. 2009) any two are at
# least 18 apart (CIE76), and each has 3:1 with both grounds. The marks tell them apart once more.
COMPARED = ("#6B63C2", "#C77E1B", "#3E9B4F", "#B05FA8", "#7A7466")
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x")
INK = {"light": "#4F493D", "dark": "#CFC9BB"}  # labels: 8:1 on their ground, and legible on a mark
LAND = {"light": "#EFE7D6", "dark": "#232D38"}
BORDER = {"light": "#CDBFA5", "dark": "#3A4653"}
SEA = {"light": "#F6F2E8", "dark": "#141A21"}
# Five of the theme's sequential colours, from few to many: the first still stands apart from the land.
STEPS = {
    "light": ("#BAD9D4", "#69AEA9", "#288580", "#1A635F", "#0B403E"),
    "dark": ("#246060", "#2A8580", "#62ADA7", "#A9D6D0", "#CDEBE5"),
}


UNDECIDED = {"light": "#D8CDB6", "dark": "#46525E"}  # of a country's area: near the land's, since it says little


def shade(tone: str, surely: float) -> str:
    """Return a tone's colour, the greyer the less sure it is (0 to 1)."""
    ends = zip(_channels(QUIET), _channels(TONES[tone]), strict=True)
    depth = surely**0.5
    return "#" + "".join(f"{round(start + (end - start) * depth):02X}" for start, end in ends)


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue
