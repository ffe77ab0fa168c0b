"""Benchmarks: how fast and how light Alongside is, beside a limit or a reference in the same run."""
