"""Every permission that is asked for stands in the table of roles, and the other way round."""

import ast

from alongside.foundation.members.roles import PERMISSIONS, ROLES
from tests.rules.sources import calls, files, is_test, shown, syntax_of, text_of

ASKING = ("may", "in_workspace", "require_permission")


def test_every_permission_asked_for_exists() -> None:
    unknown = [
        f"{shown(path)}:{call.lineno} {name}"
        for path in files("*.py")
        for call in calls(path, *ASKING)
        if call.args and (name := text_of(call.args[0])) is not None and name not in PERMISSIONS
    ]
    assert not unknown, "\n".join(unknown)


def test_every_permission_of_the_table_is_asked_for() -> None:
    said = {
        node.value
        for path in files("*.py")
        if not is_test(path) and path.name != "roles.py"
        for node in ast.walk(syntax_of(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    idle = sorted(set(PERMISSIONS) - said)
    assert not idle, "\n".join(idle)


def test_roles_hold_only_known_permissions() -> None:
    unknown = {p for role in ROLES.values() for p in role.permissions} - set(PERMISSIONS)
    assert not unknown
