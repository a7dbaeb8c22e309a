"""Statistics against values computed elsewhere."""

import pytest

from lib.ask.stats import log_likelihood, wilson


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        (5, 10, 0.2366, 0.7634),  # Wilson without continuity correction, as R's binom::binom.confint gives it
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (4, 4, 0.5101, 1.0),
        (1, 1000, 0.0002, 0.0056),
        (0, 0, 0.0, 1.0),
    ],
)
def test_wilson_interval(successes, trials, low, high):
    assert wilson(successes, trials) == pytest.approx((low, high), abs=1e-4)
    assert wilson(successes, trials)[0] <= successes / max(trials, 1) <= wilson(successes, trials)[1]


@pytest.mark.parametrize(
    ("here", "size", "elsewhere", "rest", "g2"),
    [
        (10, 100, 10, 100, 0.0),  # as often in both
        (20, 100, 10, 100, 3.3979),  # 2·(20·ln(20/15) + 10·ln(10/15))
        (5, 10, 0, 100, 23.979),  # 2·5·ln(5/(5·10/110))
        (0, 0, 5, 10, 0.0),
    ],
)
def test_log_likelihood(here, size, elsewhere, rest, g2):
    assert log_likelihood(here, size, elsewhere, rest) == pytest.approx(g2, abs=1e-3)
