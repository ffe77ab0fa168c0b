"""What an expression gives, for one scope. It always gives something: nonsense gives NaN or ""."""

import math
import operator
from collections.abc import Callable

from alongside.engines.questions.expressions.functions import FUNCTIONS, Given
from alongside.engines.questions.expressions.scope import Scope
from alongside.engines.questions.expressions.tree import (
    Answer,
    Call,
    Column,
    Expression,
    Negative,
    Node,
    Number,
    Row,
    Text,
)
from alongside.engines.questions.expressions.values import Value, as_number, as_text, as_yes


def evaluate(expression: Expression, scope: Scope) -> Value:
    """Return what an expression gives: a text, a number, or yes or no."""
    return _value(expression.root, scope)


def is_true(expression: Expression, scope: Scope) -> bool:
    """Whether a condition holds."""
    return as_yes(evaluate(expression, scope))


def _value(node: Node, scope: Scope) -> Value:
    match node:
        case Text(words=plain) | Number(number=plain):
            return plain
        case Answer(name):
            return scope.value(name)
        case Column(name):
            return scope.mark(name)
        case Row():
            return _row(node, scope)
        case Call(name, given):
            return FUNCTIONS[name].gives(Given(given, scope, _value))
    return -as_number(_value(node.of, scope)) if isinstance(node, Negative) else scope.here()


def _row(row: Row, scope: Scope) -> Value:
    worth = _value(row.first, scope)
    for sign, node in row.rest:
        if sign == "or":
            worth = as_yes(worth) or as_yes(_value(node, scope))
        elif sign == "and":
            worth = as_yes(worth) and as_yes(_value(node, scope))
        else:
            worth = _between(sign, worth, _value(node, scope))
    return worth


def _between(sign: str, left: Value, right: Value) -> Value:
    if sign in {"=", "!="}:
        return _are_same(left, right) == (sign == "=")
    compared = ORDERS.get(sign)
    if compared is not None:
        return compared(as_number(left), as_number(right))
    return SUMS[sign](as_number(left), as_number(right))


def _are_same(left: Value, right: Value) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return as_yes(left) == as_yes(right)
    if isinstance(left, float) or isinstance(right, float):
        return as_number(left) == as_number(right)
    return as_text(left) == as_text(right)


def _divided(left: float, right: float) -> float:
    if right == 0:
        return math.nan if left == 0 or math.isnan(left) else math.copysign(math.inf, left)
    return left / right


def _rest(left: float, right: float) -> float:
    """What is left over, with the sign of what was divided (XPath's `mod`)."""
    return math.nan if right == 0 or math.isinf(left) else math.fmod(left, right)


ORDERS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
SUMS: dict[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "div": _divided, "mod": _rest,
}  # fmt: skip
