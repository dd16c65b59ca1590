"""The text area of the editor: a text with colours, and with the problems of each line under it."""
