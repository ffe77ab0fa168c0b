"""Tags of the blog's templates."""
