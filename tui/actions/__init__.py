"""What commands run: functions of the application, imported when a command is first used.

A function here takes the application and nothing else; what it acts on is `app.selection`, the
answer to "what is the cursor on?". One that is a coroutine runs as a worker, and may wait for a
screen to be closed. Modules here may import any screen: none of them is loaded before a key asks.
"""
