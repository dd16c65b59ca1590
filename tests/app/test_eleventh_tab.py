import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_tab_of_the_readme_takes_neither_a_key_nor_a_link(tmp_path):
    """It has no digit, `[`, `]` and the palette show it, and its people keep their dossiers."""
    (tab,) = (each for each in re.findall(r"^```python\n(.*?)^```", README, re.M | re.S)
              if "SECTION" in each)  # fmt: skip
    (tmp_path / "glossary.py").write_text(tab, "utf-8")
    script = Path(__file__).with_name("eleventh_tab.py")
    done = subprocess.run(
        [sys.executable, script, tmp_path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
