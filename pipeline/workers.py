"""A pool of processes in which one task's crash, hang or hunger for memory ends that task only."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

STAGES = ("ingest", "extract")
AHEAD = 32  # tasks a worker that finishes early may be ahead of the slowest one


@dataclass(frozen=True, slots=True)
class Budget:
    """What one task may take: seconds, and bytes of memory beyond what the program has at its start.

    A process is replaced by a fresh one after `tasks` of them, so that nothing it keeps can pile up.
    """

    seconds: float = 60.0
    memory: int = 2_000_000_000
    tasks: int = 1000


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that gave no result, with the stage it was in."""

    stage: str
    reason: str


Work = Callable[[Task, Callable[[str], None]], Result]


def in_workers(
    work: Work[Task, Result],
    tasks: Iterable[Task],
    jobs: int,
    budget: Budget,
    name: Callable[[Task], str] = str,
) -> Iterator[tuple[str, Result | Lost]]:
    """The name of each task with its result, in the order of the tasks, from `jobs` processes.

    Only the names of the tasks under way are kept here, since tasks may be large.
    `work(task, enter)` runs in a process; it calls `enter(stage)` with one of STAGES as it goes. Tasks and
    results must pickle. Where the platform can fork, the processes share what this one has loaded.
    """
    pool = _Pool(work, jobs, budget)
    try:
        yield from pool.run(iter(tasks), name)
    finally:
        pool.close()


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    stage: Any
    done: int = 0
    number: int | None = None  # of the task in hand
    deadline: float = field(default=0.0)


class _Pool(Generic[Task, Result]):
    def __init__(self, work: Work[Task, Result], jobs: int, budget: Budget) -> None:
        self._work, self._budget = work, budget
        # Only Linux forks safely once libraries have started threads of their own.
        self._forks = sys.platform == "linux"
        self._context: BaseContext = multiprocessing.get_context("fork" if self._forks else "spawn")
        self._workers: list[_Worker] = []
        for _ in range(jobs):
            self._workers.append(self._start())

    def run(self, tasks: Iterator[Task], name: Callable[[Task], str]) -> Iterator[tuple[str, Result | Lost]]:
        waiting: deque[str] = deque()  # given out or finished, not yet yielded
        results: dict[int, Result | Lost] = {}
        first, more = 0, True
        while more or waiting:
            for worker in self._workers:
                if more and worker.number is None and len(waiting) < AHEAD * len(self._workers):
                    try:
                        task = next(tasks)
                    except StopIteration:
                        more = False
                    else:
                        self._give(worker, first + len(waiting), task)
                        waiting.append(name(task))
                        del task
            results.update(self._collect())
            while first in results:
                yield waiting.popleft(), results.pop(first)
                first += 1

    def close(self) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        stage = multiprocessing.RawValue("i", 0)
        # A forked process inherits our ends of all pipes; it must close them, or none would see us go.
        others = [*(worker.connection for worker in self._workers), ours] if self._forks else []
        process = self._context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, others, self._work, stage, self._budget.memory), daemon=True
        )
        process.start()
        theirs.close()
        return _Worker(process, ours, stage)

    def _replace(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.process.join()
        worker.connection.close()
        at = self._workers.index(worker)
        del self._workers[at]
        self._workers.insert(at, self._start())

    def _give(self, worker: _Worker, number: int, task: Task) -> None:
        worker.number, worker.deadline = number, time.monotonic() + self._budget.seconds
        with suppress(OSError):  # where it has died, the wait for its result finds that out
            worker.connection.send(task)

    def _collect(self) -> Iterator[tuple[int, Result | Lost]]:
        """The results that are ready, after waiting for one at least or a deadline."""
        busy = [worker for worker in self._workers if worker.number is not None]
        if not busy:
            return
        nearest = min(worker.deadline for worker in busy)
        ready = wait([worker.connection for worker in busy], max(0.0, nearest - time.monotonic()))
        now = time.monotonic()
        for worker in busy:
            assert worker.number is not None  # noqa: S101 - the busy ones have a task
            if worker.connection in ready:
                try:
                    yield worker.number, worker.connection.recv()
                except (EOFError, OSError):
                    yield worker.number, Lost(STAGES[worker.stage.value], _death(worker.process))
                    self._replace(worker)
                    continue
                worker.number, worker.done = None, worker.done + 1
                if worker.done >= self._budget.tasks:
                    self._replace(worker)
            elif now >= worker.deadline:
                reason = f"took more than {self._budget.seconds:g} seconds"
                yield worker.number, Lost(STAGES[worker.stage.value], reason)
                self._replace(worker)


def _death(process: BaseProcess) -> str:
    process.join(5)
    code = process.exitcode
    if code is not None and code < 0:
        return f"ended the process that read it ({signal.Signals(-code).name})"
    return "ended the process that read it"


def _serve(
    connection: Connection, others: list[Connection], work: Work[Any, Any], stage: Any, memory: int
) -> None:
    """A worker's life: tasks in, results out, until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    _limit_memory(memory)

    def enter(name: str) -> None:
        stage.value = STAGES.index(name)

    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        enter(STAGES[0])
        result: Any
        try:
            result = work(task, enter)
        except MemoryError:
            result = Lost(STAGES[stage.value], f"needs more than {memory // 1_000_000:,} MB of memory")
        except RecursionError:
            result = Lost(STAGES[stage.value], "is nested too deeply")
        except Exception as error:
            result = Lost(STAGES[stage.value], f"{type(error).__name__}: {error}")
        connection.send(result)


def _limit_memory(extra: int) -> None:
    """Let this process have `extra` bytes beyond what it has now, where the platform can hold it to that."""
    try:
        import resource
        from pathlib import Path

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        most = pages * resource.getpagesize() + extra
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(
            resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
        )
    except (ImportError, OSError, ValueError):
        return
