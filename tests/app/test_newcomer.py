from tui.screens.editor.screen import EditorScreen


async def test_a_third_source_disputes_a_number(sit, istanbul, tmp_path):
    path = tmp_path / "istanbul.yaml"
    path.write_bytes(istanbul.read_bytes())
    async with sit(path, size=(80, 24)) as reader:
        await reader.open_tab(8)
        await reader.press("f", *"airfields", "enter", "i")
        await reader.until(lambda: isinstance(reader.screen, EditorScreen))
        await reader.until(lambda: reader.focus is reader.screen.area)
        editor = reader.screen
        row = editor.area.cursor_location[0]
        at = next(
            n for n, line in enumerate(editor.area.document.lines) if n > row and "held:" in line
        )
        editor.area.show_at((at - 1, 0))
        await reader.press("end", "enter", "-", "space", "enter")
        await reader.press(*"13", "tab", "s")
        await reader.press("e", "c")
        await reader.until(lambda: bool(editor.choices.offers))
        await reader.press("enter", "tab", *"reuters")
        await reader.until(lambda: any(each.new == "sources" for each in editor.choices.offers))
        await reader.press("tab")
        await reader.until(lambda: "- id: reuters" in editor.area.document.text)
        await reader.press(*"article", "tab", *"Reuters", "tab", *"Tally", "tab", *"2025-06-02")
        await reader.press("ctrl+s")
        await reader.until(lambda: not editor.unsaved)
        await reader.press("shift+f12")
        await reader.until(lambda: editor.area.cursor_location[0] == at + 2)
        await reader.press("escape")
        await reader.sees("13 ≠ 5 airfields")
    added = [line for line in path.read_text().splitlines() if line not in istanbul.read_text()]
    assert added == [
        "            - value: 13",
        "              src: [reuters]",
        "  - id: reuters",
        "    publisher: Reuters",
        "    title: Tally",
    ]
