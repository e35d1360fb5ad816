"""Onrecord reads news articles and puts the figures in them on record."""
