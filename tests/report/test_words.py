import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import pilotdiff
from pilotdiff.model import Change, Level, Outcome, RepairKind
from pilotdiff.report.words import LANGUAGES, words
from pilotdiff.report.words.en import PHRASES as EN
from pilotdiff.report.words.zh import PHRASES as ZH

PACKAGE = Path(pilotdiff.__file__).parent


def fields(phrase):
    return {name for part in phrase.split("|") for _, name, _, _ in Formatter().parse(part) if name}


def test_both_languages_say_the_same_things():
    assert EN.keys() == ZH.keys()
    assert {key: fields(EN[key]) for key in EN} == {key: fields(ZH[key]) for key in EN}


def test_chinese_is_chinese():
    latin = {key for key, phrase in ZH.items() if not re.search(r"[\u3000-\u9fff]", phrase)}
    assert latin == {"repair_gbk", "renamed_how"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_the_model_has_its_word(language):
    say = words(language)
    for key in (*Outcome, *Level, *(f"change_{each}" for each in Change)):
        assert say(key)
    for key in (*(f"repair_{each}" for each in RepairKind), *(f"{each}_means" for each in Outcome)):
        assert say(key)


def test_every_key_that_the_code_says_is_written():
    said = set()
    for path in (*(PACKAGE / "report").rglob("*.py"), *(PACKAGE / "cli").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = node.func if isinstance(node, ast.Call) else None
            if isinstance(name, ast.Name) and name.id in ("words", "say") and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant) and path.name != "entry.py":
                    said.add(key.value)
    assert said <= EN.keys()


def test_counts_have_a_singular_and_thousands():
    assert words("en").count("county", 1) == "1 county"
    assert words("en").count("county", 41234) == "41,234 counties"
    assert words("zh").count("county", 1) == "1 个区县"


def test_a_key_nobody_wrote_is_an_error():
    with pytest.raises(KeyError):
        words("en")("no such key")
