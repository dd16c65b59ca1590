"""The brief: its files, its format and what it means. Nothing here knows of a terminal."""
