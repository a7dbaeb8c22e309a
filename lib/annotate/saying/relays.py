"""Reports that pass through another hand: نقلت رويترز عن مسؤول قوله, and phrases that name a source: بحسب رويترز."""

from dataclasses import replace

from lib.annotate.saying import cues, sources
from lib.annotate.saying.clause import Clause
from lib.annotate.saying.line import Complement
from lib.annotate.saying.speakers import Speakers, Statement

# How far عن and قوله may stand from نقلت, and what he said from قوله: judgements, long enough for titles.
_RELAY_REACH, _SAID_REACH = 30, 14
_FROM, _FROM_THEM = "عن", ("عنه", "عنها", "عنهم")
# Fewer words than these beside a source are a credit line (نقلا عن "الوطن" السعودية), not a claim.
_CLAIM_WORDS = 2


def relay(who: Speakers, line: Clause, at: int, cue: cues.Cue) -> Statement | None:
    """Read نقلت X عن Y قوله: X is the medium that relays, Y the speaker."""
    about = _first(line, at + 1, _RELAY_REACH, frozenset((_FROM, *_FROM_THEM)), quote=False)
    said = _first(line, at + 1, _RELAY_REACH, cues.words("quoted") | cues.words("clause") | {":"})
    if about is None or said is None or about > said:
        return None
    claim = (_opened(line, said).claim, len(line.words))
    medium = who.medium_in(line, at + 1, said)
    if line.folded[about] in _FROM_THEM:
        earlier = who.last(line, at, replace(cue, gender="f" if line.folded[about] == "عنها" else "m"))
        return earlier and replace(
            earlier, line=line, cue=(at, at + 1), source=None, claim=claim, via=medium, according=False
        )
    source = line.noun_phrase(about + 1, said)
    if source is None:
        return None
    agency = line.noun_phrase(at + 1, about)
    if medium is None and agency:
        taken_up = who.resolve(line, agency)
        medium = taken_up if taken_up and taken_up.kind != "PERS" else None
    return replace(who.statement(line, (at, at + 1), source, claim, "m"), via=medium)


def _first(line: Clause, start: int, reach: int, words: frozenset[str], *, quote: bool = True) -> int | None:
    """Return the first of the words, or opened quotation, within reach."""
    stop = min(len(line.words), start + reach)
    return next((i for i in range(start, stop) if line.folded[i] in words or (quote and line.opens_quote(i))), None)


def _opened(line: Clause, said: int) -> Complement:
    """Return where the claim opens behind قوله, أن or a quotation mark."""
    if line.folded[said] not in cues.words("quoted"):
        return line.opened(said)
    rest = _first(line, said + 1, _SAID_REACH, cues.words("clause") | {":"})
    return Complement(said, said + 1) if rest is None else line.opened(rest)


def according(who: Speakers, line: Clause, at: int) -> Statement | None:
    """Read a phrase that names its source: بحسب رويترز, وفق ما ذكرت الوكالة."""
    end = _phrase_end(line, at)
    source = line.noun_phrase(end, len(line.words), prefixed=True) if end else None
    if end is None or source is None:
        return None
    words = line.words[slice(*source)]
    if not (sources.head(words) or line.actor_end(source) or sources.has_medium_name(words, vouched=False)):
        return None
    if line.folded[end - 1] == "في" and not cues.verb(line.words[end - 2]) and not _is_text(line, source):
        return None
    opened = source[1] < len(line.words) and (
        line.folded[source[1]] in cues.words("clause") | {":"} or line.opens_quote(source[1])
    )
    # NOTE: كما طالب opens a new sentence ("also"); only set off by marks does كما قال mean "as he said".
    if line.folded[at].lstrip("وف") == "كما" and (opened or not line.is_aside(at, source[1])):
        return None
    claim = (source[1], len(line.words)) if at <= 1 else (0, at)
    if opened:
        claim = (line.opened(source[1]).claim, len(line.words))
    if claim[1] - claim[0] < _CLAIM_WORDS:
        return None
    return replace(who.statement(line, (at, end), source, claim, "m"), according=True)


def _is_text(line: Clause, source: tuple[int, int]) -> bool:
    """Tell whether ورد في or جاء في is followed by what can be read (بيان, صحيفة), not by a rank or a place."""
    headed = sources.head(line.words[slice(*source)])
    return (headed is not None and headed[1] in ("document", "medium")) or any(
        sources.bare(line.words[at]) & cues.words("event") for at in range(source[0], min(source[0] + 2, source[1]))
    )


def _phrase_end(line: Clause, at: int) -> int | None:
    """Return the token behind the phrase, its verb included (بحسب ما + أعلن)."""
    hit = cues.phrase(line.folded, at)
    if hit is None:
        return None
    end = at + hit[0]
    if not hit[1]:
        return end
    return end + 1 if end < len(line.words) and cues.verb(line.words[end]) else None
