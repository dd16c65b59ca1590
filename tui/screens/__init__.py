"""The screens: a brief with its tabs, the library, the problems, the help."""
