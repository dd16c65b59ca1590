"""A record as a form: its values, what may be added, and a change before it is written."""
