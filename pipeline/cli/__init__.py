"""The command line: `onrecord`."""

from __future__ import annotations

import gc
import os
import sys

from pipeline.errors import OnrecordError


def main() -> None:
    """Run the command line. Leaves with 0 all well, 1 documents failed, 2 wrong usage or broken rules."""
    # NumPy would start threads that our small matrices never use; where there are any, locks cost more.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Nearly all that a start makes stays; looking for garbage in it takes a tenth of the time.
    gc.set_threshold(10_000)
    from pipeline.cli.app import app
    from pipeline.cli.report import complain

    try:
        app(prog_name="onrecord")
    except OnrecordError as error:
        complain(error)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output has gone, as `onrecord ... | head` does; there is nobody left to tell.
        sys.stderr.close()
        sys.exit(1)
