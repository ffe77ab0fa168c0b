"""Every write to gatherings: preparing, booking, the waiting list, the day itself, afterwards."""
