"""The embedded corpus keeps what its README promises: invented outlets, a real period, and every kind of mess."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ARTICLES = Path(__file__).parents[1] / "data" / "sample" / "articles"
KEYS = {"title", "publisher", "published", "author", "url"}
REQUIRED = {"title", "publisher", "url"}
AGENCY = "وكالة نموذج للأنباء"

# A copy's file number, the number of the agency text it repeats, and how many of its paragraphs it keeps.
COPIES = [
    (4, 3, None),
    (8, 7, None),
    (16, 15, None),
    (21, 20, None),
    (29, 28, None),
    (60, 59, None),
    (12, 11, 4),
    (19, 18, 5),
    (42, 41, 4),
]
RETOLD = [(26, 25), (35, 34)]

# Spellings of one name, and marks, that the sample must hold so that folding and matching have work to do.
VARIANTS = [
    ("بوتين", "بوتن"),
    ("بلومبرغ", "بلومبرج"),
    ("حميميم", "حمیمیم"),
    ("سيرغي", "سيرجي"),
    ("الأسد", "الاسد"),
    ("وبوتين", "لموسكو"),
    ("والأسد", "فالأسد"),
    ("نقلًا", "نقلاً"),
    ("بلدنـــا", "ثُمَّ"),
    ("2254", "٤٠٠"),
]
FURNITURE = [
    "اشترك في النشرة البريدية",
    "تابعنا على مواقع التواصل",
    "اقرأ أيضاً:",
    "السابق",
    "التالي",
    "زر الذهاب إلى الأعلى",
    "كلمات مفتاحية:",
    "صورة أرشيفية:",
    "جميع الحقوق محفوظة",
    "شارك",
]


@dataclass(frozen=True)
class Sample:
    """One file: its number, front matter and raw body."""

    number: int
    front: dict[str, str]
    body: str

    @property
    def published(self) -> datetime | None:
        stamp = self.front.get("published")
        return datetime.fromisoformat(stamp) if stamp else None


def parse(path: Path) -> Sample:
    opening, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == ""
    fields = dict(line.split(": ", 1) for line in front.splitlines())
    return Sample(int(path.name[:2]), fields, body)


SAMPLES = {sample.number: sample for sample in map(parse, sorted(ARTICLES.glob("*.txt")))}


def paragraphs(agency_text: Sample) -> list[str]:
    """The agency's paragraphs without its footer; they begin at the dateline."""
    return [piece.strip() for piece in agency_text.body.split("\n\n")][:-1]


def dated(samples: Iterable[Sample]) -> list[datetime]:
    return sorted(sample.published for sample in samples if sample.published)


def test_there_are_enough_articles_by_enough_outlets() -> None:
    outlets = Counter(sample.front["publisher"] for sample in SAMPLES.values())
    assert len(SAMPLES) >= 48
    assert len(outlets) == 7
    assert min(outlets.values()) >= 4


def test_front_matter_has_the_agreed_keys_only() -> None:
    for sample in SAMPLES.values():
        assert set(sample.front) >= REQUIRED
        assert set(sample.front) <= KEYS
        assert all(sample.front.values())


def test_period_is_long_and_peaks_around_the_eighth_of_december() -> None:
    times = dated(SAMPLES.values())
    peak = [time for time in times if datetime(2024, 12, 8, tzinfo=UTC) <= time < datetime(2024, 12, 13, tzinfo=UTC)]
    assert all(time.tzinfo for time in times)
    assert times[-1] - times[0] >= timedelta(days=42)
    assert len(peak) >= len(times) / 4


def test_articles_are_short_but_not_stubs() -> None:
    """90 to 220 words of text, and up to some 60 of furniture."""
    lengths = [len(re.findall(r"[\u0621-\u064a]+", sample.body)) for sample in SAMPLES.values()]
    assert min(lengths) >= 90
    assert max(lengths) <= 280


def test_exactly_one_article_is_undated() -> None:
    assert len(SAMPLES) - len(dated(SAMPLES.values())) == 1


def test_every_article_says_on_a_line_of_its_own_that_it_is_a_sample() -> None:
    for sample in SAMPLES.values():
        lines = [line for line in sample.body.splitlines() if "نص تجريبي" in line]
        assert len(lines) == 1, sample.front["url"]


def test_urls_are_unique_and_on_the_reserved_domain() -> None:
    urls = [sample.front["url"] for sample in SAMPLES.values()]
    assert len(set(urls)) == len(urls)
    assert all((urlsplit(url).hostname or "").endswith(".example") for url in urls)


def test_each_outlet_keeps_one_host() -> None:
    pairs = {(sample.front["publisher"], urlsplit(sample.front["url"]).hostname) for sample in SAMPLES.values()}
    assert len(pairs) == 7


def test_titles_are_unique_so_that_no_two_articles_share_an_id() -> None:
    titles = [sample.front["title"] for sample in SAMPLES.values()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(("copy", "original", "kept"), COPIES)
def test_a_copy_repeats_the_agency_word_for_word(copy: int, original: int, kept: int | None) -> None:
    """A verbatim copy holds all paragraphs in order, a trimmed one the first `kept` and nothing after them."""
    assert SAMPLES[original].front["publisher"] == AGENCY
    assert SAMPLES[copy].front["publisher"] != AGENCY
    text = paragraphs(SAMPLES[original])
    assert "\n\n".join(text[:kept]) in SAMPLES[copy].body
    assert not any(paragraph in SAMPLES[copy].body for paragraph in text[kept or len(text) :])
    assert kept is None or kept < len(text)


@pytest.mark.parametrize(("copy", "original"), RETOLD)
def test_a_retold_copy_shares_most_words_but_not_all(copy: int, original: int) -> None:
    theirs, ours = (set(re.findall(r"\w+", SAMPLES[number].body)) for number in (original, copy))
    assert 0.5 < len(theirs & ours) / len(theirs) < 0.9


@pytest.mark.parametrize("pair", VARIANTS)
def test_both_spellings_are_there(pair: tuple[str, str]) -> None:
    words = {word for sample in SAMPLES.values() for word in re.findall(r"[\w\u064b-\u0652]+", sample.body)}
    assert words >= set(pair)


@pytest.mark.parametrize("line", FURNITURE)
def test_the_mess_of_real_pages_is_there(line: str) -> None:
    assert any(line in sample.body for sample in SAMPLES.values())


def test_some_titles_are_broken_one_word_a_line_and_some_menus_are_glued() -> None:
    first_lines = [(sample.body.splitlines()[0], sample.front["title"]) for sample in SAMPLES.values()]
    glued = [title for line, title in first_lines if line.endswith(title) and len(line) > 2 * len(title)]
    broken = [sample for sample in SAMPLES.values() if re.search(r"(\n {6}\S+){4}", sample.body)]
    assert len(glued) >= 4
    assert len(broken) >= 3
