"""The framework: the instrument as versioned data, and the drawing of the Star.

Nouns: instrument, Co, question, way of working, step, actor group; picture, point, arc, marker.
Used by the Explorer (which freezes an instrument when it asks), the board, exports and prints.
It has no models: an instrument is a file, a picture is a value. From the method, 1.2 and 1.3.
"""
