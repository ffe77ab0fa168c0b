"""What a questionnaire asks, when, and whether an answer fits: in plain Python, for every door.

A `Questionnaire` is frozen data: questions in order, in groups and repeats, with conditions that say
when each is asked and what fits. The web page, the phone without a network, the paper and the
spreadsheet all rest on it. Made for `foundation.questionnaires`.

- `contents`: the nouns, and their JSON; `kinds`: the kinds of question.
- `expressions`: the language of conditions, read by a parser of our own, never `eval` (trust 50).
- `given`: the document of a response, and the addresses in it; `answers`: what an answer means, or
  why it doesn't fit.
- `asking`: the pages that come, and what counts; `pages` and `walk` stand behind it.
- `xlsform`: in from the spreadsheets of ODK and KoboToolbox, and out to them.
"""
