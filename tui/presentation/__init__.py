"""How things are shown: dates, figures, names and claims in words, as text with roles."""
