"""A record as a form: what stands in it, what may be added, and a change before it is written."""
