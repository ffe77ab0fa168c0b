"""Forms of events: finding one, booking, preparing one, and afterwards."""
