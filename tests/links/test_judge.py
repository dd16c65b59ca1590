import os

import pytest

from tui.links import judge

TABLE = {
    "https://example.org/talks": ("open", "example.org"),
    "HTTP://Example.org:8080/a?b=c#d": ("open", "example.org"),
    "mailto:desk@example.org?subject=r2": ("open", "desk@example.org"),
    "https://example.org/a b": ("ask", "blanks"),
    "https://example.org/\x1b]52;c;eA==\x07": ("ask", "cannot be seen"),
    "https://example.org/\u202egro.live": ("ask", "cannot be seen"),
    "https://example.org@evil.example/": ("ask", "log in"),
    "https://example.org\\@evil.example/": ("ask", "backslash"),
    "https://xn--80ak6aa92e.com/": ("ask", "punycode"),
    "https://аррӏе.com/": ("ask", "plain Latin"),
    "https://exаmple.org/": ("ask", "several scripts: Latin, Cyrillic"),
    "https:///nowhere": ("ask", "no host"),
    "https://example.org:port/": ("never", "not an address"),
    "ftp://example.org/a": ("ask", "`ftp:`"),
    "x-evil://run": ("ask", "`x-evil:`"),
    "javascript:alert(1)": ("never", "`javascript:`"),
    "JavaScript:alert(1)": ("never", "`javascript:`"),
    "data:text/html,<script>": ("never", "`data:`"),
    "file:///etc/passwd": ("never", "`file:`"),
    "--renderer-cmd-prefix=x": ("never", "no such file"),
    "papers/minutes.pdf": ("open", "minutes.pdf"),
    "./papers/../papers/minutes.pdf": ("open", "minutes.pdf"),
    "papers/gone.pdf": ("never", "no such file"),
    "papers": ("never", "not a file"),
    "papers/tool.sh": ("never", "program"),
    "papers/tool.desktop": ("never", "program"),
    "papers/tool": ("ask", "run as a program"),
    "papers/page.html": ("ask", ".html"),
    "papers/out.pdf": ("ask", "outside"),
    "../secret.pdf": ("ask", "outside"),
    "papers/mi\x00nutes.pdf": ("never", "no such file"),
    "papers/pipe": ("never", "not a file"),
}


@pytest.fixture
def folder(tmp_path):
    papers = tmp_path / "brief" / "papers"
    papers.mkdir(parents=True)
    for name in ("minutes.pdf", "tool.sh", "tool.desktop", "tool", "page.html"):
        (papers / name).write_text("x")
    (papers / "tool").chmod(0o755)
    (tmp_path / "secret.pdf").write_text("x")
    (papers / "out.pdf").symlink_to(tmp_path / "secret.pdf")
    os.mkfifo(papers / "pipe")
    return tmp_path / "brief"


@pytest.mark.parametrize("address", TABLE)
def test_what_becomes_of_an_address(address, folder):
    verdict, said = TABLE[address]
    judged = judge(address, folder)
    assert judged.verdict == verdict, judged
    assert said in (judged.where if verdict == "open" else judged.why)


@pytest.mark.parametrize("address", TABLE)
def test_what_is_opened_is_one_harmless_word(address, folder):
    judged = judge(address, folder)
    if judged.verdict != "never":
        assert judged.target.isprintable()
        assert " " not in judged.target
        assert judged.target.startswith("/") or ":" in judged.target
