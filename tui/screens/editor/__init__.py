"""The editor: its screen, and the objects that complete, find, preview, keep and save for it."""
