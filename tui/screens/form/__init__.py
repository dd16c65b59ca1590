"""The form of a record: its screen, the change it makes, its pages, and writing that change."""
