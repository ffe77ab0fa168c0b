"""How what every page asks for is read: put together once, asked often.

The lowest room. Any room may prepare a read that stands on the way of many requests; what is asked
now and then stays an ordinary queryset. Decision 0023.
"""
