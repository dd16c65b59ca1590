from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.commands import registry
from tui.settings.config import load_config
from tui.settings.keymap import NAMED, as_written, failing, key_named, keymap


def asked(tmp_path, text):
    path = tmp_path / "config.yaml"
    path.write_text("keys:\n" + "".join(f"  {line}\n" for line in text.split("; ")), "utf-8")
    found = load_config(path)
    assert found.problems == ()
    return keymap(found.config.keys, registry())


def messages(found):
    return [(each.place.line, each.place.column, each.code) for each in found.problems]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("?", "question_mark"), ("Ctrl+D", "ctrl+d"), ("PgDn", "pagedown"), ("+", "plus"),
        ("ctrl++", "ctrl+plus"), ("F5", "f5"), ("shift+a", "A"), ("A", "A"),
        ("Page Down", "pagedown"),
        ("esc", "escape"), ("shift+tab", "shift+tab"), ("й", "й"), (",", "comma"), ("banana", ""),
        ("hyper+x", ""), ("ctrl+", ""), ("F1", "f1"), ("", ""),
    ],
)  # fmt: skip
def test_a_key_however_it_is_written(text, key):
    assert key_named(text) == key


@given(st.text(max_size=20))
def test_any_text_may_stand_for_a_key(text):
    key = key_named(text)
    assert key_named(key) in {key, ""} or len(key) == 1


def test_a_key_told_is_the_key_meant():
    for action in registry().values():
        shown = [each[1:-1] if each[0] in "'\"" else each for each in as_written(action.key_names)]
        assert tuple(map(key_named, shown)) == action.key_names
    assert all(key_named(each) == each for each in NAMED - {"return"})


def test_no_default_is_a_key_that_fails():
    assert [key for each in registry().values() for key in each.key_names if failing(key)] == []


def test_other_keys(tmp_path):
    found = asked(tmp_path, "brief.zoom: [x, F7]; brief.reload: none; list.down: ж; page.down: ж")
    assert found.problems == []
    assert found.for_textual() == {
        "brief.zoom": "x,f7", "brief.reload": "<brief.reload>", "list.down": "ж", "page.down": "ж",
    }  # fmt: skip


def test_two_actions_change_places(tmp_path):
    found = asked(tmp_path, "brief.zoom: d; journey.dossier: z")
    assert found.problems == []
    assert found.keys == {"brief.zoom": ("d",), "journey.dossier": ("z",)}


def test_an_unknown_action_and_an_unknown_key(tmp_path):
    found = asked(tmp_path, "brief.zom: x; brief.zoom: [escpae, x]")
    assert messages(found) == [(2, 3, "unknown"), (3, 16, "word")]
    assert "did you mean `brief.zoom`?" in found.problems[0].message
    assert "did you mean `escape`?" in found.problems[1].message
    assert found.keys == {"brief.zoom": ("x",)}


def test_a_key_that_has_a_meaning_stays_with_it(tmp_path):
    found = asked(tmp_path, "brief.zoom: d")
    assert messages(found) == [(2, 15, "conflict")]
    assert "`journey.dossier` (dossier), by default" in found.problems[0].message
    assert found.keys["brief.zoom"] == ("z",)


def test_one_key_wished_for_twice_names_the_other_line(tmp_path):
    found = asked(tmp_path, "brief.zoom: x; brief.reload: x")
    assert messages(found) == [(3, 17, "conflict")]
    assert "in line 2" in found.problems[0].message
    assert found.keys == {"brief.zoom": ("x",), "brief.reload": ("R", "f5")}


def test_what_has_the_focus_may_not_take_a_key_of_all(tmp_path):
    assert messages(asked(tmp_path, "list.down: q")) == [(2, 14, "conflict")]


def test_keys_of_two_screens_may_be_the_same(tmp_path):
    assert asked(tmp_path, "library.back: z; help.find: z").problems == []


def test_a_key_that_is_swallowed_is_told_and_given(tmp_path):
    found = asked(tmp_path, "brief.zoom: alt+z")
    assert [each.severity for each in found.problems] == ["warning"]
    assert found.keys == {"brief.zoom": ("alt+z",)}


def test_there_is_always_a_way_out(tmp_path):
    found = asked(tmp_path, "app.quit: none")
    assert messages(found) == [(2, 3, "conflict")]
    assert found.keys["app.quit"] == ("ctrl+q", "f10")


IDS = list(registry())
KEYS = st.lists(st.sampled_from(["a", "d", "j", "q", "x", "f7", "none", "banana"]), max_size=3)


@given(st.dictionaries(st.sampled_from(IDS), KEYS, max_size=8))
def test_no_key_ever_gets_two_meanings_at_one_place(wished):
    from tui.brief.place import Place
    from tui.settings.config import KeyOverride, KeyOverrides

    here = Place("config.yaml")
    wishes = KeyOverrides(
        tuple(
            KeyOverride(name, here, tuple((key, here) for key in keys if key != "none"))
            for name, keys in wished.items()
        )
    )
    found = keymap(wishes, registry())
    given_keys = {each.id: found.keys.get(each.id, each.key_names) for each in registry().values()}
    holders = {}
    for name, keys in given_keys.items():
        for key in keys:
            holders.setdefault(key, set()).add(name)
    for key, names in holders.items():
        for one, other in combinations([registry()[name] for name in sorted(names)], 2):
            if one.meets(other):
                assert key in one.key_names and key in other.key_names
    assert given_keys["app.quit"]
