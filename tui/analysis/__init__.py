"""What can be worked out from a brief: pure functions, one module or folder per view."""
