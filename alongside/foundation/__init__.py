"""The shared nouns that every step, Co and page builds on, in one ladder of rooms.

People in a place answer questions, meet in rooms, make offers and commitments, join initiatives
and produce outcomes. A room may use the rooms below it, never those above or beside it:
accounts < history < places < members < consent < jobs < disclosure < responses < practices
< reach < initiatives. A room is built when its second user arrives.
"""
