"""Reference data: real examples of co-production to begin an index of practice with.

`practices.csv` restates in our own words what a public blog series of 2012 and 2013 tells about
co-production in Scotland and elsewhere; an entry that only rests on a quotation or a programme
says so. It holds facts and no figures, and has the columns that the import understands.
"""

from pathlib import Path

NATIONAL_PRACTICES = Path(__file__).parent / "practices.csv"
