"""How things are told: dates, figures, names and claims in words, as text with roles."""
