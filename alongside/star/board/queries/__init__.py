"""Reads of the board: its overview, the cards of the five steps, the steps still to come, the pack."""

from alongside.star.board.queries.coming_steps import COMING, coming_step
from alongside.star.board.queries.overview import Board, board_of
from alongside.star.board.queries.step_cards import StepCard, step_cards

__all__ = ["COMING", "Board", "StepCard", "board_of", "coming_step", "step_cards"]
