"""Open briefs: what each says now, where the reader was, what it said before."""
