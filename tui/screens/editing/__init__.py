"""What a writer can do in the editor: one file each, keys and actions together."""
