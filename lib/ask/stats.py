"""The few statistics that questions use, each with its source."""

from math import log, sqrt

_Z95 = 1.959964  # two-sided 95 % quantile of the normal distribution


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Return the 95 % Wilson score interval of a share (Wilson 1927, JASA 22); (0, 1) when there are no trials."""
    if trials == 0:
        return 0.0, 1.0
    share, z2 = successes / trials, _Z95**2
    centre = share + z2 / (2 * trials)
    spread = _Z95 * sqrt(share * (1 - share) / trials + z2 / (4 * trials**2))
    scale = 1 + z2 / trials
    # The share lies within, whatever rounding does to the last digit.
    return max(0.0, min(share, (centre - spread) / scale)), min(1.0, max(share, (centre + spread) / scale))


def log_likelihood(here: int, size: int, elsewhere: int, rest: int) -> float:
    """Return Dunning's G² of seeing `here` of `size` items against `elsewhere` of `rest` (Rayson and Garside 2000).

    3.84 is significant at p < 0.05, 10.83 at p < 0.001; 0 when either side is empty.
    """
    total = size + rest
    if not size or not rest or not here + elsewhere:
        return 0.0
    expected = ((here + elsewhere) * size / total, (here + elsewhere) * rest / total)
    return 2 * sum(seen * log(seen / due) for seen, due in zip((here, elsewhere), expected, strict=True) if seen)
