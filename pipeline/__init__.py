"""Onrecord reads news articles and puts the figures in them on record."""

from pipeline.run import run, stream
from pipeline.write.frames import to_pandas

__all__ = ["run", "stream", "to_pandas"]
