"""Editing a brief as text: what a line is made of, where the cursor is, what could be typed there.

All of it works on lines, and on lines that are no YAML at this moment: somebody is typing them.
"""
