"""Typed mentions with offsets."""
