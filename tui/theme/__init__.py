"""Themes: files that say how each role of a text looks, turned into themes of Textual.

A theme file is as little to be trusted as a brief: a colour Textual does not know would end the
application at the next repaint, so nothing gets near it that was not read, checked and tried.
"""
