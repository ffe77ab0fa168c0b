"""Ready-to-show blocks of cases."""
