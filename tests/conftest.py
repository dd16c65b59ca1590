"""The same surroundings for every test, on every machine."""

import gc
import os
import shutil
import tempfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How fast this machine is just now is no property of what is tested.
settings.register_profile("parley", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("parley")

_LOOSE = {"NO_COLOR", "COLORTERM", "COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE", "PYTHONUTF8"}

# Textual reads its variables when it is imported, so they go before any test file is read.
for _name in [each for each in os.environ if each in _LOOSE or each.startswith("TEXTUAL_")]:
    if not _name.startswith("TEXTUAL_SNAPSHOT_"):  # tells xdist's workers where to report
        del os.environ[_name]
os.environ["TERM"] = "xterm-256color"
# Nobody's own configuration takes part in a test, and no test leaves anything in it.
_home = tempfile.TemporaryDirectory(prefix="parley-test-", ignore_cleanup_errors=True)
for _name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = os.path.join(_home.name, _name.lower())  # noqa: PTH118

_ABSENT = " is not installed"


def _savers():
    path = Path(__file__).with_name("savers.py")
    spec = spec_from_file_location("savers", path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.SAVERS


SAVERS = _savers()


def pytest_generate_tests(metafunc):
    """A test that takes a `saver` is run with every way to save a file."""
    if "saver" in metafunc.fixturenames:
        metafunc.parametrize("saver", SAVERS, indirect=True)


@pytest.hookimpl(trylast=True)  # after hypothesis has marked what is its own
def pytest_collection_modifyitems(items):
    """The floor under what tests cover is for the examples of the domain's own tests.

    A screen or a thousand made-up briefs traced line by line take twice as long, and what they
    happen to run says little of whether somebody thought of it.
    """
    screens = tuple(Path(__file__).with_name(name) for name in ("app", "terminal"))
    for item in items:
        made_up = item.get_closest_marker("hypothesis")
        if made_up or any(item.path.is_relative_to(each) for each in screens):
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture
def saver(request, need):
    """One way to save: `saver(path, content)`."""
    tool, save = SAVERS[request.param]
    if tool:
        need(tool)
    return save


@pytest.fixture
def savers(need):
    """All ways to save, by name."""
    for tool, _ in SAVERS.values():
        if tool:
            need(tool)
    return {name: save for name, (_, save) in SAVERS.items()}


@pytest.fixture
def savers_here():
    """The ways to save whose tool is there, by name, and the tools that are not."""
    absent = {tool for tool, _ in SAVERS.values() if tool and not shutil.which(tool)}
    return {name: save for name, (tool, save) in SAVERS.items() if tool not in absent}, absent


@pytest.fixture(scope="session", autouse=True)
def nothing_freezes():
    """An application that is done with can go; frozen, those of a thousand tests would all stay.

    What was there before the first test stays anyhow. To look through all of it for each of them
    took a third of the time of the whole. Garbage is collected as ever, only not after every 700
    new objects: the frame of one screen has more than that, and a quarter of the time went there.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(gc, "freeze", lambda: None)
        yield


@pytest.fixture(scope="session")
def need():
    """`need("tmux")`: where the tool is; without it the test is passed over, and fails on CI."""

    def find(tool):
        return shutil.which(tool) or pytest.skip(tool + _ABSENT)

    return find


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """On CI every tool is there: a test that missed one has failed."""
    report = yield
    reason = report.longrepr[2] if report.skipped and isinstance(report.longrepr, tuple) else ""
    if reason.endswith(_ABSENT) and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: {reason}, and CI has to have it"
    return report
