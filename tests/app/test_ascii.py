"""A terminal that can show no more than ASCII: every screen is told in it, and no column moves."""

import pytest

from tui.rendering.charset import in_encoding

FRAMES = set("…‹›▌▐▛▜▙▟▀▄▏▁▂▃▅▆▇█ ")
"""What Textual draws around texts, and what a line is cut with: spelt by the last barrier alone."""


@pytest.fixture
def plainly(app_of, istanbul, reader_of):
    """An application in ASCII, with all that came to its barrier unspelt."""

    def make(*paths, **options):
        app = app_of(*(paths or (istanbul,)), charset=in_encoding("ascii"), **options)
        frame, app.late = app._output_filter.spell, set()

        def spell(text):
            app.late |= {each for each in text if not each.isascii()}
            return frame(text)

        app._output_filter.spell = spell
        return app

    return make


async def walk(reader, screens):
    for tab in range(10):
        await reader.open_tab(tab)
        assert reader.text.isascii(), reader.text
        await reader.press("j", "j", "enter")
        assert reader.text.isascii(), reader.text
        await reader.press("escape")
    await reader.open_tab(1)
    for key in screens:
        before = reader.screen
        await reader.press(key)
        await reader.until(lambda before=before: reader.screen is not before)
        await reader.press("down")
        assert reader.text.isascii(), reader.text
        await reader.press("escape")
        await reader.until(lambda before=before: reader.screen is before)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_all_is_ascii_before_the_last_barrier(plainly, reader_of, size):
    app = plainly()
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = reader_of(pilot)
        await reader.until(lambda: app.screen.is_mounted and app.focused is not None)
        await walk(reader, ("question_mark", "colon", "T", "O", "d"))
    assert app.late - FRAMES == set()


async def test_it_is_said_once_that_letters_are_spelt_otherwise(plainly, reader_of):
    app = plainly()
    told = []
    notify = app.notify
    app.notify = lambda message, **how: (told.append(message), notify(message, **how))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        reader = reader_of(pilot)
        await reader.sees("Shown in ASCII alone")
        for tab in (1, 2, 3):
            await reader.open_tab(tab)
        assert len(told) == 1


async def test_a_brief_in_plain_letters_is_not_told_of_it(plainly, reader_of, tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_text("parley: 1\nid: a\ntitle: Talks — first “round”\n")
    app = plainly(path)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        reader = reader_of(pilot)
        await reader.sees('Talks -- first "round"')
        assert (len(app._notifications), app.notice) == (0, ())


async def test_columns_stay_where_they_are(plainly, reader_of):
    """The sign is two cells wide, and so is the room for it: what stands right of it does."""
    app = plainly()
    async with app.run_test(size=(120, 40)) as pilot:
        reader = reader_of(pilot)
        await reader.open_tab(4)
        rows = [line for line in reader.lines if "!=" in line[:46] or "//" in line[:46]]
        assert rows
        assert {line[45] for line in reader.lines[3:-2] if len(line) > 46} == {"|"}


async def test_keys_are_named_by_words(plainly, reader_of):
    app = plainly()
    async with app.run_test(size=(120, 40)) as pilot:
        reader = reader_of(pilot)
        await reader.sees("enter read")
