"""Every component of the design system, by name.

Use them in templates through the tags in `templatetags/ui.py`, or from Python with
`render_component`. A component is declared in the file of its kind, with its examples; its HTML is
`templates/ui/components/<name>.html`.
"""

from alongside.ui.components import actions, figures, people, questions, words
from alongside.ui.components.declaration import (
    COS,
    REGISTRY,
    Component,
    ComponentError,
    Example,
    Slot,
    component_named,
    register,
    render_component,
)

for _kind in (words, actions, people, figures, questions):
    register(*_kind.COMPONENTS)

__all__ = [
    "COS",
    "REGISTRY",
    "Component",
    "ComponentError",
    "Example",
    "Slot",
    "component_named",
    "register",
    "render_component",
]
