"""The widgets: they draw rows and blocks, and know nothing of peace processes."""
