"""The language of conditions: that of XLSForm, the part of XPath 1.0 which real forms use.

    selected(${meals}, 'hot') and ${age} >= 16

Read by a parser of our own and never by `eval` (trust 50): a questionnaire comes from strangers.
Nothing here looks at a clock or at chance; what a condition may see is handed to it as a `Scope`.
What isn't supported is refused when it is read, with its place and in plain words, not later when
somebody answers.

>>> parse("1 + 2 * 3 > 6 and ${name} = 'Ann'").names
frozenset({'name'})

Sources: ODK XForms specification, sections on XPath; XLSForm documentation, "Form logic".
"""

from alongside.engines.questions.expressions.evaluating import evaluate, is_true
from alongside.engines.questions.expressions.parsing import parse
from alongside.engines.questions.expressions.scope import Scope
from alongside.engines.questions.expressions.tree import Expression, ExpressionError
from alongside.engines.questions.expressions.values import Value

__all__ = ["Expression", "ExpressionError", "Scope", "Value", "evaluate", "is_true", "parse"]
