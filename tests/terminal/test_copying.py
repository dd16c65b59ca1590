import base64
import re

WAY = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
FIRST = "Second round"


def test_the_terminal_is_sent_the_text_and_nothing_else(terminal, environment, istanbul):
    env = environment(DISPLAY=None, WAYLAND_DISPLAY=None, PATH="/nowhere")
    one = terminal(f"{istanbul}#r2", env=env)
    one.sees("live", FIRST)
    start = len(one.sent)
    one.press("y")
    one.sees("path:line", start=start)
    one.press("l")
    one.sees("OSC 52", start=start)
    (data,) = WAY.findall(one.sent[start:])
    assert base64.b64decode(data).decode() == f"{istanbul}#r2"
    one.press("q")
    assert one.exit_code() == 0


def test_tmux_takes_the_sequence_into_its_buffer(tmux, istanbul, place, until):
    terminal = tmux()
    terminal("set", "-s", "set-clipboard", "on")
    (place / "parley").mkdir()
    (place / "parley" / "config.yaml").write_text("copy: osc52\n")
    terminal.start(f"{istanbul}#r2", before=f"XDG_CONFIG_HOME={place}")
    terminal.sees("live", FIRST)
    terminal.keys("y")
    terminal.sees("path:line")
    terminal.keys("l")
    terminal.sees("Sent to the terminal (OSC 52)")
    until(lambda: terminal("show-buffer") == f"{istanbul}#r2", lambda: terminal("show-buffer"))
    terminal.keys("q")
    assert terminal.exit_code() == 0


def test_tmux_as_it_comes_is_filled_by_its_own_command(tmux, istanbul, until):
    terminal = tmux()
    terminal.start(f"{istanbul}#r2", before="env -u DISPLAY -u WAYLAND_DISPLAY")
    terminal.sees("live", FIRST)
    terminal.keys("y")
    terminal.sees("path:line")
    terminal.keys("l")
    terminal.sees("In tmux's buffer")
    until(lambda: terminal("show-buffer") == f"{istanbul}#r2", lambda: terminal("show-buffer"))


def test_a_link_to_nothing_is_told(terminal, istanbul):
    one = terminal(f"{istanbul}#nobody")
    one.sees("no record “nobody”")
    one.press("q")
    assert one.exit_code() == 0
