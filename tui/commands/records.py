"""What can be done with the record under the cursor."""

from tui.commands import Command, group

COMMANDS = (
    *group(
        "brief, dossier", "Finding",
        Command(
            "looking.peek", "K", "peek",
            "A short look at the selected name, or the record here, without leaving",
            "records:peek",
        ),
        Command(
            "looking.used_by", "u", "used by",
            "The records that refer to the selected name, or to the record here",
            "records:references",
        ),
    ),
    *group(
        "brief, dossier, changes, problems, links, references, library",
        "Copying",
        Command(
            "copy.open", "y", "copy",
            "Copy it: text, with its sources, Markdown, link, path:line, web address",
            "copying:copy", footer=380,
        ),
    ),
    *group(
        "brief, dossier, links", "Links",
        Command(
            "links.open", "o", "open source",
            "Open the web page or file of what the cursor is on, or of its sources",
            "links:open_source", footer=390,
        ),
    ),
    *group(
        "brief", "Links",
        Command(
            "links.all", "O", "all links",
            "Every web page and file the brief leads to",
            "links:show_all",
        ),
    ),
)  # fmt: skip
