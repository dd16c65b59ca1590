import pytest

from tui.screens.brief import BriefScreen
from tui.screens.help import HelpScreen
from tui.screens.problems import ProblemsScreen
from tui.settings.config import load_config


@pytest.fixture
def config(tmp_path):
    return tmp_path / "config.yaml"


@pytest.fixture
async def reader(sit, istanbul, config, request):
    """A reader with a configuration: what the test is marked with, or none."""
    mark = request.node.get_closest_marker("parametrize")
    text = request.node.callspec.params.get("text", "") if mark else ""
    if text:
        config.write_text(text, "utf-8")

    async with sit(istanbul, configured=load_config(config)) as reader:
        await reader.until(lambda: any(w.group == "follow" for w in reader.app.workers))
        yield reader


def notes(reader):
    told = [note.message for note in reader.app._notifications]
    return " | ".join((*told, *(span.text for span in reader.app.notice)))


async def test_keys_change_while_it_runs(reader, config, rewrite):
    await reader.open_tab(1)
    assert "d dossier" in reader.lines[-1]
    rewrite(config, "keys: {journey.dossier: [x, f7], brief.problems: none}\n")
    await reader.until(lambda: "x dossier" in reader.lines[-1])
    assert "problems" not in reader.lines[-1]
    await reader.press("d")
    assert isinstance(reader.screen, BriefScreen)
    await reader.press("question_mark")
    await reader.sees("Keys that work here")
    await reader.press("slash", *"dossier")
    await reader.sees("x, f7")
    await reader.press("escape", "escape")
    await reader.until(lambda: isinstance(reader.screen, BriefScreen))
    await reader.press("exclamation_mark")
    assert isinstance(reader.screen, BriefScreen)
    config.unlink()
    await reader.until(lambda: "d dossier" in reader.lines[-1])


async def test_an_action_without_a_key_is_in_the_palette(reader, config, rewrite):
    await reader.open_tab(1)
    rewrite(config, "keys: {brief.problems: none, brief.zoom: none}\n")
    await reader.until(lambda: "problems" not in reader.lines[-1])
    await reader.press("colon", *"problems")
    await reader.until(lambda: reader.screen.query_one("RowList").current is not None)
    await reader.press("enter")
    await reader.until(lambda: isinstance(reader.screen, ProblemsScreen))


async def test_theme_and_zone_change_while_it_runs(reader, config, rewrite):
    await reader.open_tab(1)
    rewrite(config, "theme: parley-light\nzone: Asia/Tokyo\n")
    await reader.until(lambda: reader.app.theme == "parley-light")
    await reader.until(lambda: reader.app.session.zone == "Asia/Tokyo")
    assert reader.screen.view.here == "Asia/Tokyo"


@pytest.mark.parametrize("text", ["keys: {journey.dossier: x}\ntheme: parley-light\n"])
async def test_a_broken_file_leaves_the_last_good_one_in_force(reader, config, rewrite, text):
    await reader.open_tab(1)
    await reader.until(lambda: "x dossier" in reader.lines[-1])
    rewrite(config, text + "library: [\n")
    await reader.until(lambda: "config.yaml:" in notes(reader))
    assert "x dossier" in reader.lines[-1]
    await reader.press("comma")
    await reader.until(lambda: isinstance(reader.screen, ProblemsScreen))
    await reader.sees("problem in config.yaml", "library: [")
    rewrite(config, text)
    await reader.sees("0 problems in config.yaml")


GIVEN = "keys: {app.help: [d, f1], journey.dossier: h, brief.back: escape}\n"


@pytest.mark.parametrize("text", [GIVEN])
async def test_a_key_that_was_another_s(reader, text):
    await reader.until(lambda: "d help" in reader.lines[-1])
    await reader.press("d")
    await reader.until(lambda: isinstance(reader.screen, HelpScreen))


@pytest.mark.parametrize("text", ["keys: {brief.zoom: d, a.b: '[/b]', list.up: q, list.top: q}\n"])
async def test_many_faults_are_told_in_few_words(reader, text):
    await reader.until(lambda: "3 more in config.yaml; , shows them all" in notes(reader))
    await reader.press("comma")
    await reader.sees("4 problems in config.yaml", "unknown action `a.b`")


async def test_nothing_wrong_says_so(reader):
    await reader.press("comma")
    await reader.until(lambda: "parley config --init" in notes(reader))


def test_without_a_file_nothing_is_loaded(app_of, istanbul):
    app = app_of(istanbul)
    assert not app.settings.followed
    assert app.settings.problems == ()
