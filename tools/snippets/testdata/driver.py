"""Runs snippet.py of each folder that standard input names, and writes what it
prints to out. Once that is done it says so, with the folder's name."""
import contextlib
import os
import runpy
import signal
import sys
import traceback


def end(*_):
    raise TimeoutError("it has not ended after a minute")


signal.signal(signal.SIGALRM, end)
for line in sys.stdin:
    folder = line.rstrip("\n")
    os.chdir(folder)
    signal.alarm(60)
    with open("out", "w", encoding="utf-8") as out, contextlib.redirect_stdout(out):
        try:
            runpy.run_path("snippet.py", run_name="__main__")
        except BaseException:  # also when it exits
            with open("failed", "w", encoding="utf-8") as failed:
                traceback.print_exc(file=failed)
    signal.alarm(0)
    print(folder, flush=True)
