import pytest

from lib.read.language_names import english, iso_639_1

TOLD = (
    ("Arabic", "ar"),
    ("arabic", "ar"),
    (" ARA ", "ar"),
    ("ar", "ar"),
    ("ar-SA", "ar"),
    ("ar_EG", "ar"),
    ("ara_Arab", "ar"),
    ("Arabic (Egypt)", "ar"),
    ("العربية", "ar"),
    ("arz", "ar"),
    ("Persian", "fa"),
    ("per", "fa"),
    ("fas", "fa"),
    ("en-US", "en"),
    ("English", "en"),
    ("ckb", "ckb"),
    ("srclc:ara;eng:Moses 2.1.1 / MosesCore Europarl ar-en", "ar"),
    ("srclc:fas; eng:GT-FAS 1.0", "fa"),
    ("", ""),
    ("Klingon", ""),
    ("archive", ""),
)


@pytest.mark.parametrize(("told", "code"), TOLD)
def test_a_language_is_known_by_any_name_or_code(told, code):
    assert iso_639_1(told) == code


@pytest.mark.parametrize(("code", "name"), [("fa", "Persian"), ("ckb", "Central Kurdish"), ("eo", "“eo”")])
def test_a_language_is_said_in_english(code, name):
    assert english(code) == name
