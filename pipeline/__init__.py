"""Onrecord reads news articles and puts the figures in them on record."""

from pipeline.run import run, stream

__all__ = ["run", "stream"]
