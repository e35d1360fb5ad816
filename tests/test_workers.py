"""Workers that outlive what they are given."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest

from pipeline.workers import Budget, Lost, in_workers

SMALL = Budget(seconds=1.0, memory=300_000_000, tasks=3)


def work(task: str, enter: Callable[[str], None]) -> str:
    """What a task's name says."""
    if task == "late":
        enter("extract")
        time.sleep(60)
    elif task == "hungry":
        return str(len(bytearray(10**9)))
    elif task == "crash":
        signal.raise_signal(signal.SIGKILL)
    elif task == "leave":
        os._exit(3)
    elif task == "raise":
        raise ValueError("no good")
    elif task == "deep":
        return work_deeper(0)
    return task.upper()


def work_deeper(level: int) -> str:
    return work_deeper(level + 1)


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_order_whatever_happens(jobs: int) -> None:
    """A hang, a crash, hunger for memory or an error costs its own task only, and says its stage."""
    tasks = ["a", "late", "b", "hungry", "c", "crash", "leave", "d", "raise", "deep", "e"]
    results = list(in_workers(work, tasks, jobs, SMALL))
    assert [task for task, _ in results] == tasks
    assert dict(results) == {
        "a": "A",
        "b": "B",
        "c": "C",
        "d": "D",
        "e": "E",
        "late": Lost("extract", "took more than 1 seconds"),
        "hungry": Lost("ingest", "needs more than 300 MB of memory"),
        "crash": Lost("ingest", "ended the process that read it (SIGKILL)"),
        "leave": Lost("ingest", "ended the process that read it"),
        "raise": Lost("ingest", "ValueError: no good"),
        "deep": Lost("ingest", "is nested too deeply"),
    }


def test_more_than_one_process_works() -> None:
    """Tasks are shared out; each process is replaced when it has done its share."""
    results = dict(in_workers(whoami, range(30), 2, SMALL))
    pids = [pid for pid in results.values() if isinstance(pid, int)]
    assert len(pids) == 30
    assert len(set(pids)) >= 10
    assert os.getpid() not in pids


def whoami(task: int, enter: Callable[[str], None]) -> int:
    enter("extract")
    time.sleep(0.001 * task)
    return os.getpid()


def test_nothing_to_do() -> None:
    """No tasks, no results, no wait."""
    assert list(in_workers(work, [], 2, SMALL)) == []


def test_leaving_early_leaves_no_process() -> None:
    """A consumer that stops takes its workers with it."""
    results = in_workers(whoami, range(1000), 2, SMALL)
    _, pid = next(results)
    results.close()  # type: ignore[attr-defined]
    assert isinstance(pid, int)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
