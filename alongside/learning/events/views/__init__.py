"""Pages of events: for everybody, for whoever booked, and for those who prepare them."""
