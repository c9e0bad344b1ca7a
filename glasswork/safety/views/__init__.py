from glasswork.safety.views.answers import answer, support
from glasswork.safety.views.own import own_help_lines
from glasswork.safety.views.public import calm, help_lines, show
from glasswork.safety.views.questions import hark, question

__all__ = ["answer", "calm", "hark", "help_lines", "own_help_lines", "question", "show", "support"]
