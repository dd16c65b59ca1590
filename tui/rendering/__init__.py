"""Blocks as something to read: lines of a width for the screen and for paper."""
