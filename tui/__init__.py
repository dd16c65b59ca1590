"""Parley: a terminal reader for negotiation briefs."""

__version__ = "0.1.0"
