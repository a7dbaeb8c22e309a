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
