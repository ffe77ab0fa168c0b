"""Reads of gatherings: lists, bookings, what those who came said."""
