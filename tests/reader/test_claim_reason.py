"""Reasons: whatever the reader says of what it did not understand is said in every language."""

import ast
import re
from pathlib import Path

import registan.reader
from registan.reader.claim_reason import load_reasons, reason_in

FOLDER = Path(registan.reader.__file__).parent


def told() -> set[str]:
    """The words of every `Unclear(…)` in the reader, `X` in place of what is filled in."""
    found = set()
    for path in FOLDER.glob("claim*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Unclear":
                found |= {text for arg in node.args if (text := _text(arg))}
    return found


def _text(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(p.value if isinstance(p, ast.Constant) else "X" for p in node.values)
    return None


def test_every_reason_is_said_in_every_language() -> None:
    reasons = told()
    assert len(reasons) > 20
    assert [text for text in reasons if reason_in(text, "de") == text] == []


def test_a_reason_told_in_one_language_is_told_in_another() -> None:
    told = reason_in("whether “spoke” means a visit is not clear", "ru")
    assert reason_in(told, "en") == "whether “spoke” means a visit is not clear"
    assert reason_in(reason_in("it does not say where", "fr"), "de") == "es ist nicht gesagt, wo"


def test_rows_fill_in_the_words_of_the_sentence() -> None:
    assert reason_in("whether “spoke” means a visit is not clear", "de") == (
        "ob „spoke“ einen Besuch meint, ist nicht klar"
    )
    assert reason_in("it does not say where", "en") == "it does not say where"
    assert reason_in("what nobody wrote down", "ru") == "what nobody wrote down"


def test_every_language_keeps_the_place_of_the_words() -> None:
    for _, row in load_reasons():
        counts = {len(re.findall(r"\{word\}", text)) for text in (row.en, row.de, row.ru, row.fr)}
        assert len(counts) == 1, row.en
