"""What a reader can do with the brief on screen: one file each, keys and actions together.

An act is a `Journey` of its own; `BriefScreen` is all of them at once. It knows the view, the pane
in front and the record under the cursor, and no other act.
"""
