"""Nothing a person wrote is lost: saving, conflicts with others, merging, drafts, others' locks.

Knows files and briefs, and nothing of a terminal. What goes wrong comes back as a value.
"""
