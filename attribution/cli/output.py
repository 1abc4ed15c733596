"""Where results go: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

import click

from attribution.errors import Problem


def check_output(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return the name of the output, None for standard output (``-`` too); a wrong call when it cannot be written.

    Parameters
    ----------
    ctx, param : of the option, given by click.
    value : of the option.
    """
    if value is None or value == "-":
        return None
    if os.path.isdir(value):
        raise click.BadParameter(f"{value} is a directory", ctx, param)
    if not os.path.isdir(os.path.dirname(value) or "."):
        raise click.BadParameter(f"there is no directory {os.path.dirname(value)}", ctx, param)
    return value


@contextmanager
def open_output(path: str | None) -> Iterator[BinaryIO]:
    """Open the output for the time of a ``with`` block.

    A file is written under another name beside it, and takes its own when it is complete: nobody ever sees half of one,
    and what was there before is kept when something goes wrong.

    Parameters
    ----------
    path : the file, or None for standard output.

    Raises
    ------
    Problem
        When the file cannot be written.
    """
    if path is None:
        with _standard_output() as stream:
            yield stream
        return
    try:
        # A device or a pipe is written, not replaced; a link stays a link.
        special = os.path.exists(path) and not os.path.isfile(path)
        with _overwriting(path) if special else _replacing(os.path.realpath(path)) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Problem(f"{path} cannot be written: {error.strerror or error}") from None


def discard_output() -> None:
    """Send what is still to be written to standard output nowhere, so that it does not fail again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_output()
        raise Problem(f"standard output cannot be written: {error.strerror or error}") from None


@contextmanager
def _overwriting(path: str) -> Iterator[BinaryIO]:
    with open(path, "wb") as stream:
        yield stream


@contextmanager
def _replacing(path: str) -> Iterator[BinaryIO]:
    descriptor, temporary = tempfile.mkstemp(prefix=".attribution-", dir=os.path.dirname(path))
    try:
        with open(descriptor, "wb") as stream:
            yield stream
        os.chmod(temporary, _mode_for(path))
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _mode_for(path: str) -> int:
    """Return the permissions that the file has, or that any new file would get."""
    if os.path.exists(path):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def write_text(text: str, path: str | None) -> None:
    """Write a text: UTF-8 to files and pipes, and to a terminal in its own encoding.

    Parameters
    ----------
    text : lone surrogates in it are written out, as no encoding has them.
    path : the file, or None for standard output.
    """
    encoding = sys.stdout.encoding if path is None and sys.stdout.isatty() else "utf-8"
    with open_output(path) as stream:
        stream.write(text.encode(encoding, "backslashreplace"))
