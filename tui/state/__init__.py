"""What Parley remembers of its reader, from one start to the next: one small database.

`store` keeps it; each other module says what one kind of memory means. Nothing here is the only
place of anything a person wrote: the file may be deleted at any time.
"""
