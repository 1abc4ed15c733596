"""Every end of a run: a line on standard error and an exit status, never a traceback."""

from __future__ import annotations

import os
import signal
from typing import Any

import click

from attribution.cli.output import discard_output
from attribution.errors import Problem
from attribution.escape import for_terminal

SOME_INPUT_UNUSABLE = 1
# As a shell counts processes that a signal ended.
INTERRUPTED = 128 + signal.SIGINT
READER_GONE = 141  # 128 + SIGPIPE, a signal that not every system has

# Set it to see where an error came from.
TRACEBACK_VARIABLE = "ATTRIBUTION_TRACEBACK"


class Commands(click.Group):
    """The group of all commands; whatever goes wrong in one of them ends here."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was called."""
        try:
            return super().invoke(ctx)
        except Problem as problem:
            complain(str(problem))
            ctx.exit(SOME_INPUT_UNUSABLE)
        except KeyboardInterrupt:
            complain("interrupted")
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # Who reads our output (`head`) has had enough.
            discard_output()
            ctx.exit(READER_GONE)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if os.environ.get(TRACEBACK_VARIABLE):
                raise
            kind = type(error).__name__
            complain(f"a fault of the program, not yours: {kind}: {error} (set {TRACEBACK_VARIABLE}=1 to see where)")
            ctx.exit(SOME_INPUT_UNUSABLE)


def complain(reason: str, name: str | None = None) -> None:
    """Write one line on standard error: what cannot be used, and why.

    Parameters
    ----------
    reason : one sentence; where it begins with `name`, the name is not repeated.
    name : of the input.
    """
    if name is not None:
        reason = f"{name}: {reason.removeprefix(name).lstrip(': ')}"
    click.echo(for_terminal(f"attribution: {' '.join(reason.split())}"), err=True)
