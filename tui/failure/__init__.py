"""What becomes of an error of ours: a report in the log, and words in place of what failed."""
